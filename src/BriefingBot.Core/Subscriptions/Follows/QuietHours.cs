using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BriefingBot.Core.Subscriptions.Follows;

/// <summary>The hours of the day in which alerts wait: <c>22:00-07:00 Europe/Berlin</c>.</summary>
/// <param name="From">Their first minute.</param>
/// <param name="To">The first minute after them; before <paramref name="From"/> when midnight lies between.</param>
/// <param name="Zone">The IANA name of the time zone.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To, string Zone)
{
    private static readonly string[] Formats = ["H:mm", "HH:mm", "%H", "HH"];

    /// <summary>Is it quiet then? Never in a zone that this machine does not know.</summary>
    public bool Holds(DateTimeOffset moment) =>
        TimeZoneNames.TryFind(Zone, out var zone)
        && TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime).IsBetween(From, To);

    /// <summary>Reads <c>22:00-07:00</c>; false for what is no such thing, or no time at all.</summary>
    public static bool TryRead(string? text, string zone, [NotNullWhen(true)] out QuietHours? hours)
    {
        hours =
            text?.Split('-', StringSplitOptions.TrimEntries) is [var from, var to]
            && TryRead(from, out var first)
            && TryRead(to, out var last)
            && first != last
            && TimeZoneNames.TryFind(zone, out var found)
                ? new QuietHours(first, last, found.Id)
                : null;
        return hours is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:HH:mm}-{To:HH:mm} {Zone}");

    private static bool TryRead(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
