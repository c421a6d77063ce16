using System.Text.Json;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Documents;

/// <summary>An article with its clean text, which all offsets count in (UTF-16 units).</summary>
internal sealed record ArticleDocument
{
    /// <summary>The article's stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The headline.</summary>
    public required string Title { get; init; }

    /// <summary>True when the headline was made from the lead.</summary>
    public required bool TitleDerived { get; init; }

    /// <summary>Who published it, when known.</summary>
    public required string? Outlet { get; init; }

    /// <summary>The authors as printed, when known.</summary>
    public required string? Byline { get; init; }

    /// <summary>The publication date as ISO 8601; null for undated.</summary>
    public required string? Published { get; init; }

    /// <summary>When the outlet says it changed it last, as ISO 8601.</summary>
    public required string? Updated { get; init; }

    /// <summary>When this revision was stored.</summary>
    public required DateTimeOffset Ingested { get; init; }

    /// <summary>Where the publication date was read: <c>none</c>, <c>front_matter</c>, <c>byline_line</c>...</summary>
    public required string DateOrigin { get; init; }

    /// <summary>The article's own address, when known.</summary>
    public required string? Url { get; init; }

    /// <summary>The collection it belongs to.</summary>
    public required string Collection { get; init; }

    /// <summary>The revision, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>The clean text.</summary>
    public required string Text { get; init; }

    /// <summary>The passages in reading order.</summary>
    public required IReadOnlyList<PassageDocument> Passages { get; init; }

    /// <summary>Makes the document of a stored article.</summary>
    public static ArticleDocument From(StoredArticle stored)
    {
        var article = stored.Article;
        return new ArticleDocument
        {
            Id = article.Id.Value,
            Title = article.Title,
            TitleDerived = article.TitleDerived,
            Outlet = article.Outlet,
            Byline = article.Byline,
            Published = article.Published?.ToString(),
            Updated = article.Updated?.ToString(),
            Ingested = stored.Ingested,
            DateOrigin = Name(article.DateOrigin),
            Url = article.Url,
            Collection = article.Collection,
            Revision = stored.Revision,
            Text = article.Text,
            Passages = [.. article.Passages.Select(passage => PassageDocument.From(article.Id, stored.Revision, passage))],
        };
    }

    /// <summary>The name of an origin in JSON.</summary>
    public static string Name(DateOrigin origin) => JsonNamingPolicy.SnakeCaseLower.ConvertName(origin.ToString());
}
