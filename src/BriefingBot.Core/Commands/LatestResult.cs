using BriefingBot.Core.Briefings;

namespace BriefingBot.Core.Commands;

/// <summary>The newest coverage.</summary>
/// <param name="Topic">What it was limited to, or null.</param>
/// <param name="Entries">Newest first, undated last; may be empty.</param>
public sealed record LatestResult(string? Topic, IReadOnlyList<BriefingEntry> Entries) : CommandResult;
