using System.Diagnostics.CodeAnalysis;
using Cronos;

namespace BriefingBot.Core.Subscriptions.Schedules;

/// <summary>
/// When a schedule is due. A time that the clock change leaves out comes right after the change, one that it repeats comes once; what comes
/// every so many minutes or hours goes on through both. Immutable.
/// </summary>
public sealed class ScheduleTimes
{
    /// <summary>The least from one time to the next.</summary>
    public static readonly TimeSpan LeastPause = TimeSpan.FromMinutes(10);

    private const int Checked = 12;
    private readonly CronExpression _expression;

    private ScheduleTimes(CronExpression expression, TimeZoneInfo zone)
    {
        _expression = expression;
        Zone = zone;
    }

    /// <summary>The time zone that its times are told in.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>Reads a cron expression of five fields and the name of a time zone; false when one of them is none.</summary>
    public static bool TryRead(string cron, string zone, [NotNullWhen(true)] out ScheduleTimes? times)
    {
        times =
            CronExpression.TryParse(cron, CronFormat.Standard, out var expression) && TimeZoneNames.TryFind(zone, out var found)
                ? new ScheduleTimes(expression, found)
                : null;
        return times is not null;
    }

    /// <summary>The first time after a moment (UTC); null when none comes.</summary>
    public DateTimeOffset? Next(DateTimeOffset moment) => _expression.GetNextOccurrence(moment, Zone)?.ToUniversalTime();

    /// <summary>The next times.</summary>
    public IReadOnlyList<DateTimeOffset> Next(DateTimeOffset moment, int count)
    {
        List<DateTimeOffset> times = [];
        while (times.Count < count && Next(times.Count == 0 ? moment : times[^1]) is { } next)
        {
            times.Add(next);
        }

        return times;
    }

    /// <summary>The last time in a stretch, its end included; null when there is none.</summary>
    public DateTimeOffset? Last(DateTimeOffset after, DateTimeOffset upTo)
    {
        DateTimeOffset? last = null;
        for (var next = Next(after); next <= upTo; next = Next(next.Value))
        {
            last = next;
        }

        return last;
    }

    /// <summary>Does it come more often than <see cref="LeastPause"/> allows?</summary>
    public bool IsTooOften(DateTimeOffset moment)
    {
        var times = Next(moment, Checked);
        return times.Zip(times.Skip(1)).Any(static pair => pair.Second - pair.First < LeastPause);
    }
}
