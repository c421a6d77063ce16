using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefings.Topics;

/// <summary>The words of an article that topics are held against, read once for all topics. Immutable.</summary>
internal sealed class TopicText
{
    private readonly HashSet<string> _stems;

    private TopicText(
        ArticleHeader header,
        IReadOnlyList<WordToken> title,
        IReadOnlyList<(string Text, IReadOnlyList<WordToken> Tokens)> passages
    )
    {
        Header = header;
        Title = title;
        Passages = passages;
        _stems = [.. title.Concat(passages.SelectMany(static passage => passage.Tokens)).Select(static token => token.Stem)];
    }

    /// <summary>The article.</summary>
    public ArticleHeader Header { get; }

    /// <summary>The words of its headline.</summary>
    public IReadOnlyList<WordToken> Title { get; }

    /// <summary>Its running text and captions.</summary>
    public IReadOnlyList<(string Text, IReadOnlyList<WordToken> Tokens)> Passages { get; }

    /// <summary>Reads passages of one article, at least one.</summary>
    public static TopicText Read(IReadOnlyList<StoredPassage> passages) =>
        new(
            passages[0].Article,
            [.. WordTokenizer.Tokenize(passages[0].Article.Title)],
            [
                .. passages
                    .Where(static passage => passage.Kind is PassageKind.Body or PassageKind.Caption)
                    .Select(static passage => (passage.Text, (IReadOnlyList<WordToken>)[.. WordTokenizer.Tokenize(passage.Text)])),
            ]
        );

    /// <summary>May it hold the word? Quick; letters of an acronym are not looked for.</summary>
    public bool MayHold(TopicWord word) => word.IsAcronym || word.Stems.Any(_stems.Contains);
}
