using BriefingBot.Discord.Protocol;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Gateway.Sessions;

/// <summary>
/// Lets shards start sessions within Discord's budget: so many at once in five seconds, so many in a day. Exceeding the latter ends all
/// sessions and resets the token. Thread-safe.
/// </summary>
internal sealed class IdentifyGate(DiscordRestClient rest, GatewayTimings timings, TimeProvider clock, ILogger<IdentifyGate> logger)
    : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<int, IdentifyQueue> _queues = [];
    private GatewayBot? _gateway;
    private long _asked;
    private int _remaining;

    /// <summary>What Discord says about the gateway, not older than five minutes.</summary>
    /// <exception cref="DiscordApiException">It does not say.</exception>
    public async Task<GatewayBot> GetGatewayAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await AskAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Waits until the shard may start a session, and counts it.</summary>
    /// <returns>Where, and the turn, which the caller ends when the session was asked for or could not be.</returns>
    /// <exception cref="DiscordApiException">Discord does not say where.</exception>
    public async Task<(string Url, IdentifyTurn Turn)> EnterAsync(int shard, CancellationToken cancellationToken)
    {
        GatewayBot gateway;
        IdentifyQueue? queue;
        await _turn.WaitAsync(cancellationToken);
        try
        {
            gateway = await AskAsync(cancellationToken);
            while (_remaining <= 0)
            {
                var wait = TimeSpan.FromMilliseconds(Math.Max(1000, gateway.SessionStartLimit.ResetAfter));
                GatewayLog.NoIdentifiesLeft(logger, gateway.SessionStartLimit.Total, wait.TotalMinutes);
                await Task.Delay(wait, clock, cancellationToken);
                _gateway = null;
                gateway = await AskAsync(cancellationToken);
            }

            _remaining--;
            int key = shard % Math.Max(1, gateway.SessionStartLimit.MaxConcurrency);
            if (!_queues.TryGetValue(key, out queue))
            {
                _queues[key] = queue = new IdentifyQueue(timings.BetweenIdentifies, clock);
            }
        }
        finally
        {
            _turn.Release();
        }

        return (gateway.Url, await queue.EnterAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<GatewayBot> AskAsync(CancellationToken cancellationToken)
    {
        if (_gateway is null || clock.GetElapsedTime(_asked) > Fresh)
        {
            _gateway = await rest.GetGatewayAsync(cancellationToken);
            _asked = clock.GetTimestamp();
            _remaining = _gateway.SessionStartLimit.Remaining;
        }

        return _gateway;
    }
}
