using BriefingBot.Core.Briefings;

namespace BriefingBot.Core.Commands.Latest;

/// <summary>The newest coverage.</summary>
/// <param name="Topic">What it was limited to, or null.</param>
/// <param name="Briefing">What there is.</param>
public sealed record LatestResult(string? Topic, Briefing Briefing) : CommandResult
{
    /// <summary>How many entries stand before these.</summary>
    public int From { get; init; }

    /// <summary>How many were asked for.</summary>
    public int Count { get; init; } = LatestCommand.DefaultCount;
}
