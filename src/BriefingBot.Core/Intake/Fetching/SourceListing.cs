namespace BriefingBot.Core.Intake.Fetching;

/// <summary>What a source lists.</summary>
/// <param name="Items">In the source's order; none when nothing has changed.</param>
public sealed record SourceListing(IReadOnlyList<ListedItem> Items)
{
    /// <summary>The source says that nothing has changed since the last check.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>The ETag of this content.</summary>
    public string? ETag { get; init; }

    /// <summary>The Last-Modified of this content.</summary>
    public string? LastModified { get; init; }

    /// <summary>What was odd about it, one line each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
