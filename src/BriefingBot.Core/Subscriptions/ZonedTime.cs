using System.Globalization;

namespace BriefingBot.Core.Subscriptions;

/// <summary>Moments as people of a time zone read them.</summary>
internal static class ZonedTime
{
    /// <summary><c>Monday, December 2, 2026, 08:30</c>.</summary>
    public static string Of(DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString("dddd, MMMM d, yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The same by the name of a zone that is read in UTC where this machine does not know it.</summary>
    public static string Of(DateTimeOffset moment, string zone) =>
        TimeZoneNames.TryFind(zone, out var found) ? $"{Of(moment, found)} ({zone})" : $"{Of(moment, TimeZoneInfo.Utc)} (UTC)";
}
