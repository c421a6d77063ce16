namespace BriefingBot.Core.Tests.Subscriptions;

/// <summary>
/// When schedules are due, found without any library by looking at a clock on the wall of a time zone, minute by minute: what the clock
/// jumps over is due where it lands, what it shows twice is due once unless it is due all day long.
/// </summary>
/// <param name="zone">The time zone.</param>
/// <param name="isDue">Is it due at what the clock shows?</param>
/// <param name="goesOn">It is due all day long, also while the clock shows an hour again.</param>
internal sealed class WallClock(string zone, Func<DateTime, bool> isDue, bool goesOn)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(zone);

    public string Zone => zone;

    /// <summary>All due times after one moment and up to another.</summary>
    public IReadOnlyList<DateTimeOffset> Between(DateTimeOffset after, DateTimeOffset upTo)
    {
        List<DateTimeOffset> due = [];
        var latest = Show(after);
        var before = latest;
        for (var moment = after.AddMinutes(1); moment <= upTo; moment = moment.AddMinutes(1))
        {
            var now = Show(moment);
            var first = now > before ? before.AddMinutes(1) : now;
            bool found = false;
            for (var shown = first; shown <= now; shown = shown.AddMinutes(1))
            {
                found |= isDue(shown) && (goesOn || shown > latest);
            }

            if (found)
            {
                due.Add(moment);
            }

            latest = now > latest ? now : latest;
            before = now;
        }

        return due;
    }

    private DateTime Show(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _zone).DateTime;
}
