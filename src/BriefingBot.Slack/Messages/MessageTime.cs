using System.Globalization;

namespace BriefingBot.Slack.Messages;

/// <summary>The ts of a message: seconds since 1970 and six digits that make it unique in its channel.</summary>
internal static class MessageTime
{
    /// <summary>The moment, to the second; null when it is no ts.</summary>
    public static DateTimeOffset? Of(string ts)
    {
        int dot = ts.IndexOf('.', StringComparison.Ordinal);
        return
            dot > 0
            && long.TryParse(ts.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            && seconds < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }
}
