namespace BriefingBot.TestServers.Discord.Model;

/// <summary>
/// Ids as Discord makes them: milliseconds since 2015 in the upper bits; strictly rising, also under a clock that stands still.
/// </summary>
internal sealed class SnowflakeSequence(TimeProvider clock)
{
    private const long Epoch = 1_420_070_400_000;
    private ulong _last;
    private ulong _guilds;

    public ulong Next()
    {
        ulong now = (ulong)(clock.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << 22;
        return _last = Math.Max(_last + 1, now);
    }

    // Neighbouring guilds fall on neighbouring shards: the shard is taken from the bits above 22.
    public ulong NextGuild() => Next() + (++_guilds << 22);
}
