namespace BriefingBot.Core.Coverage;

/// <summary>
/// One article as it was read: what is known of it, its clean text, and the passages of that text. The headline (unless derived) and the
/// byline line are part of the text, so that they too can be quoted.
/// </summary>
public sealed record Article
{
    /// <summary>The collection of articles that name none.</summary>
    public const string DefaultCollection = "default";

    /// <summary>The stable name.</summary>
    public required ArticleId Id { get; init; }

    /// <summary>The headline; derived from the lead when the source has none, see <see cref="TitleDerived"/>.</summary>
    public required string Title { get; init; }

    /// <summary>True when <see cref="Title"/> was made from the lead and is no headline of the outlet.</summary>
    public bool TitleDerived { get; init; }

    /// <summary>Who published it, when the source says so.</summary>
    public string? Outlet { get; init; }

    /// <summary>The authors as printed, without "By".</summary>
    public string? Byline { get; init; }

    /// <summary>The place that opens the lead ("Washington"), without its separator.</summary>
    public string? Dateline { get; init; }

    /// <summary>When the outlet published it; null is "undated" and stays so.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>When the outlet says it changed it last.</summary>
    public PublicationDate? Updated { get; init; }

    /// <summary>Where <see cref="Published"/> was read.</summary>
    public DateOrigin DateOrigin { get; init; }

    /// <summary>The article's own absolute http or https address.</summary>
    public string? Url { get; init; }

    /// <summary>The collection it belongs to; channels may be limited to collections.</summary>
    public string Collection { get; init; } = DefaultCollection;

    /// <summary>The clean text: UTF-16, lines joined into paragraphs, paragraphs separated by one empty line, furniture gone.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// The passages in reading order; they do not overlap and every one is a slice of <see cref="Text"/> without white space at its ends.
    /// </summary>
    public required IReadOnlyList<Passage> Passages { get; init; }
}
