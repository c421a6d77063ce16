using BriefingBot.Core.Answering;

namespace BriefingBot.Documents.Answers;

/// <summary>A checked pointer into an article.</summary>
/// <param name="N">The n of its [n] mark.</param>
/// <param name="Article">The article's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Outlet">Who published it, when known.</param>
/// <param name="Published">Its date as ISO 8601, null for undated.</param>
/// <param name="Url">Its own address, when known.</param>
/// <param name="Passage">The passage that holds the quote.</param>
/// <param name="Start">The quote's first UTF-16 unit in the clean text of the passage's revision.</param>
/// <param name="End">One past its last.</param>
/// <param name="Quote">Exactly that slice.</param>
internal sealed record CitationDocument(
    int N,
    string Article,
    string Title,
    string? Outlet,
    string? Published,
    string? Url,
    string Passage,
    int Start,
    int End,
    string Quote
)
{
    /// <summary>Makes the document of a citation.</summary>
    public static CitationDocument From(Citation citation) =>
        new(
            citation.Number,
            citation.Article.Id.Value,
            citation.Article.Title,
            citation.Article.Outlet,
            citation.Article.Published?.ToString(),
            citation.Article.Url,
            citation.Passage.ToString(),
            citation.Start,
            citation.End,
            citation.Quote
        );
}
