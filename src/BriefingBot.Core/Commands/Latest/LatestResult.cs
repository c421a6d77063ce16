using BriefingBot.Core.Briefings;

namespace BriefingBot.Core.Commands.Latest;

/// <summary>The newest coverage.</summary>
/// <param name="Topic">What it was limited to, or null.</param>
/// <param name="Briefing">What there is.</param>
public sealed record LatestResult(string? Topic, Briefing Briefing) : CommandResult;
