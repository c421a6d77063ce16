using BriefingBot.Core.Answering;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Tests.Answering;

/// <summary>Makes passages as a retrieval would bring them.</summary>
internal static class Sample
{
    public static StoredPassage Passage(
        string text,
        string article = "harbour",
        int ordinal = 0,
        int start = 0,
        PassageKind kind = PassageKind.Body,
        string title = "Brakewater",
        string? published = null,
        string? url = null,
        string? byline = null
    ) =>
        new(
            ordinal,
            new PassageId(ArticleId.Parse(article), 1, ordinal),
            kind,
            start,
            text,
            new ArticleHeader(
                ArticleId.Parse(article),
                1,
                title,
                false,
                "Brakewater Post",
                byline,
                published is null ? null : PublicationDate.Parse(published),
                published is null ? DateOrigin.None : DateOrigin.BylineLine,
                url,
                Article.DefaultCollection
            )
        );

    public static RetrievedPassages Retrieved(params IEnumerable<StoredPassage> passages) =>
        new([.. passages.Select(passage => new RetrievedPassage(passage, 1, 0.5, SentenceReader.Read(passage), 1))], [], TimeSpan.Zero);

    public static DraftAnswer Draft(params IEnumerable<DraftSentence> sentences) => new(ComposerKind.Model, [.. sentences]);

    public static DraftSentence Sentence(string text, params IEnumerable<DraftCitation> citations) => new(text, [.. citations], false);

    /// <summary>A verbatim sentence of the passage.</summary>
    public static DraftSentence Verbatim(StoredPassage passage, string quote) => Sentence(quote, new DraftCitation(passage.Id, quote));
}
