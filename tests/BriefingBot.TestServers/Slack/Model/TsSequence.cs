namespace BriefingBot.TestServers.Slack.Model;

/// <summary>Message time stamps: seconds and microseconds, never the same twice.</summary>
internal sealed class TsSequence(TimeProvider clock)
{
    private long _last;

    public string Next()
    {
        _last = Math.Max(_last + 100, Microseconds(clock.GetUtcNow()));
        return Format(_last);
    }

    public static string Format(DateTimeOffset time) => Format(Microseconds(time));

    private static string Format(long microseconds) => $"{microseconds / 1_000_000}.{microseconds % 1_000_000:D6}";

    private static long Microseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
