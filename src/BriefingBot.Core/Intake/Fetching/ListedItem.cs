using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Core.Intake.Fetching;

/// <summary>An item that a source lists. It has a document, a page, or both.</summary>
public sealed record ListedItem
{
    /// <summary>What the source calls it; null when it gives it no name.</summary>
    public string? ItemId { get; init; }

    /// <summary>The page of its own; null when it has none.</summary>
    public Uri? Page { get; init; }

    /// <summary>When the source says that it changed, as written there; null when it does not say.</summary>
    public string? Modified { get; init; }

    /// <summary>What the source says of an item of which it gives the page alone.</summary>
    public SourceMetadata Fields { get; init; } = SourceMetadata.Empty;

    /// <summary>The article, or what the source tells of it.</summary>
    public SourceDocument? Document { get; init; }
}
