using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Briefings.Topics;

/// <summary>A topic that is held against single articles, by the rules of <see cref="TopicSearch"/>. Immutable.</summary>
internal sealed class ArticleTopic
{
    private readonly IReadOnlyList<TopicWord> _words;
    private readonly IReadOnlyList<bool> _names;

    private ArticleTopic(IReadOnlyList<TopicWord> words, IReadOnlyList<bool> names)
    {
        _words = words;
        _names = names;
    }

    /// <summary>Has it a word that could be looked up?</summary>
    public static bool IsTopic(string text) => TopicWord.Read(text).Count > 0;

    /// <summary>Reads a topic; the coverage tells which of its words are names. Null when it has no word that could be looked up.</summary>
    public static async Task<ArticleTopic?> ReadAsync(ICoverageStore store, string topic, CancellationToken cancellationToken)
    {
        var words = TopicWord.Read(topic);
        if (words.Count == 0)
        {
            return null;
        }

        string[] stems = [.. words.SelectMany(word => word.Stems).Distinct(StringComparer.Ordinal)];
        return new ArticleTopic(words, await new TopicSearch(store).FindNamesAsync(words, stems, CoverageFilter.None, cancellationToken));
    }

    /// <summary>Is the article about it?</summary>
    public bool IsAbout(StoredArticle article)
    {
        var passages = article.ToPassages();
        return passages.Count > 0 && IsAbout(TopicText.Read(passages));
    }

    /// <summary>Is the article about it?</summary>
    public bool IsAbout(TopicText article) =>
        _words.All(article.MayHold) && TopicArticle.Read(_words, article) is { IsAbout: true } read && read.WritesNames(_names);
}
