namespace BriefingBot.Storage.Sql;

/// <summary>Times as the tables have them: Unix milliseconds.</summary>
internal static class SqlTime
{
    /// <summary>Now, a while later.</summary>
    public static long After(this TimeProvider clock, TimeSpan span) => (clock.GetUtcNow() + span).ToUnixTimeMilliseconds();

    /// <summary>Now.</summary>
    public static long Now(this TimeProvider clock) => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>A stored time (UTC).</summary>
    public static DateTimeOffset Read(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
