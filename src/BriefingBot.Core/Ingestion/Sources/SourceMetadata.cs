namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>What a manifest, front matter or a JSON record says of an article, as written there; null where it says nothing.</summary>
internal sealed record SourceMetadata
{
    public static SourceMetadata Empty { get; } = new();

    public string? Title { get; init; }

    public string? Outlet { get; init; }

    public string? Byline { get; init; }

    public string? Published { get; init; }

    public string? Updated { get; init; }

    public string? Url { get; init; }

    public string? Collection { get; init; }

    /// <summary>These values, and those of <paramref name="other"/> where this has none.</summary>
    public SourceMetadata Or(SourceMetadata other) => new()
    {
        Title = Title ?? other.Title,
        Outlet = Outlet ?? other.Outlet,
        Byline = Byline ?? other.Byline,
        Published = Published ?? other.Published,
        Updated = Updated ?? other.Updated,
        Url = Url ?? other.Url,
        Collection = Collection ?? other.Collection,
    };
}
