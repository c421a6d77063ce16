using BriefingBot.Core.Briefings;
using BriefingBot.Documents.Answers;

namespace BriefingBot.Documents;

/// <summary>One article of the latest coverage.</summary>
/// <param name="Article">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="TitleDerived">True when the title was made from the lead.</param>
/// <param name="Outlet">Who published it, when known.</param>
/// <param name="Published">Its date as ISO 8601; null for undated.</param>
/// <param name="DateOrigin">Where the date was read.</param>
/// <param name="Url">Its own address, when known.</param>
/// <param name="Copies">How many near-identical articles it stands for, itself included.</param>
/// <param name="Summary">One or two sentences, verbatim unless a model wrote them.</param>
/// <param name="Citations">Their citations, numbered from 1 within the entry.</param>
/// <param name="Story">The story that it stands for; null while it is not grouped.</param>
internal sealed record LatestEntryDocument(
    string Article,
    string Title,
    bool TitleDerived,
    string? Outlet,
    string? Published,
    string DateOrigin,
    string? Url,
    int Copies,
    IReadOnlyList<SentenceDocument> Summary,
    IReadOnlyList<CitationDocument> Citations,
    LatestStoryDocument? Story
)
{
    /// <summary>Makes the document of an entry.</summary>
    public static LatestEntryDocument From(BriefingEntry entry) =>
        new(
            entry.Article.Id.Value,
            entry.Article.Title,
            entry.Article.TitleDerived,
            entry.Article.Outlet,
            entry.Article.Published?.ToString(),
            ArticleDocument.Name(entry.Article.DateOrigin),
            entry.Article.Url,
            entry.Copies,
            [.. entry.Summary.Select(sentence => new SentenceDocument(sentence.Text, sentence.Citations))],
            [.. entry.Citations.Select(CitationDocument.From)],
            entry.Story is { } story ? LatestStoryDocument.From(story) : null
        );
}
