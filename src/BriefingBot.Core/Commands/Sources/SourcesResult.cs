using BriefingBot.Core.Intake;

namespace BriefingBot.Core.Commands.Sources;

/// <summary>The outlets of the coverage.</summary>
/// <param name="Filter">What the names were limited to, or null.</param>
/// <param name="Outlets">Most articles first, then by name, nameless last.</param>
public sealed record SourcesResult(string? Filter, IReadOnlyList<OutletSummary> Outlets) : CommandResult
{
    /// <summary>For admins who named no part of a name: the sources that articles come from.</summary>
    public IReadOnlyList<SourceEntry> Intake { get; init; } = [];

    /// <summary>How many outlets stand before those that are to be shown.</summary>
    public int From { get; init; }
}
