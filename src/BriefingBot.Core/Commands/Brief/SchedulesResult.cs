using BriefingBot.Core.Subscriptions;
using BriefingBot.Core.Subscriptions.Schedules;

namespace BriefingBot.Core.Commands.Brief;

/// <summary>The schedules of a place.</summary>
/// <param name="Place">The place.</param>
/// <param name="Schedules">Those that there are now, the one that was just set alone.</param>
public sealed record SchedulesResult(SubscriptionPlace Place, IReadOnlyList<BriefingSchedule> Schedules) : CommandResult
{
    /// <summary>The one that is listed was set by this call.</summary>
    public bool IsSet { get; init; }

    /// <summary>How many were removed by this call; null when none were to be.</summary>
    public int? Removed { get; init; }
}
