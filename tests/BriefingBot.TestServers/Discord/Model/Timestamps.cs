using System.Globalization;

namespace BriefingBot.TestServers.Discord.Model;

/// <summary>ISO 8601 with microseconds and offset, as Discord writes times.</summary>
internal static class Timestamps
{
    public static string Write(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff+00:00", CultureInfo.InvariantCulture);
}
