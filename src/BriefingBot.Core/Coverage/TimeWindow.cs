namespace BriefingBot.Core.Coverage;

/// <summary>
/// A stretch of days, both ends included; open ends are <see cref="DateOnly.MinValue"/> and <see cref="DateOnly.MaxValue"/>.
/// </summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public readonly record struct TimeWindow(DateOnly From, DateOnly To)
{
    /// <summary>Is the day inside?</summary>
    public bool Contains(DateOnly day) => day >= From && day <= To;

    /// <summary>Does the other window lie wholly inside this one?</summary>
    public bool Contains(TimeWindow other) => other.From >= From && other.To <= To;
}
