using System.Collections.Concurrent;
using BriefingBot.Discord.Gateway.Payloads;

namespace BriefingBot.Discord.Gateway.Sessions;

/// <summary>Since when a shard may have missed events when its session begins anew. Thread-safe.</summary>
internal sealed class SessionGaps(TimeProvider clock)
{
    /// <summary>Older questions are not answered any more.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromMinutes(10);

    /// <summary>For the difference of two clocks and the way through the network.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<int, DateTimeOffset> _lastEvents = new();
    private readonly ConcurrentDictionary<int, DateTimeOffset> _gaps = new();

    /// <summary>An event came in.</summary>
    public void Receive(GatewayEvent received)
    {
        var now = clock.GetUtcNow();
        if (received.Name == GatewayEventNames.Ready)
        {
            var reach = now - Reach;
            var last = _lastEvents.TryGetValue(received.Shard, out var seen) ? seen - Margin : reach;
            _gaps[received.Shard] = last > reach ? last : reach;
        }

        _lastEvents[received.Shard] = now;
    }

    /// <summary>
    /// The first id that may have been missed; a process that has just begun may have missed all of the last ten minutes.
    /// </summary>
    public Snowflake Since(int shard) => Snowflake.FirstAt(_gaps.TryGetValue(shard, out var gap) ? gap : clock.GetUtcNow() - Reach);
}
