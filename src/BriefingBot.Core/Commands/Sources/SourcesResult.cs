namespace BriefingBot.Core.Commands.Sources;

/// <summary>The outlets of the coverage.</summary>
/// <param name="Filter">What the names were limited to, or null.</param>
/// <param name="Outlets">Most articles first, then by name, nameless last.</param>
public sealed record SourcesResult(string? Filter, IReadOnlyList<OutletSummary> Outlets) : CommandResult
{
    /// <summary>How many outlets stand before those that are to be shown.</summary>
    public int From { get; init; }
}
