using BriefingBot.Discord.Gateway.Payloads;
using BriefingBot.Discord.Gateway.Sessions;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Gateway;

/// <summary>All shards of this process.</summary>
internal sealed class DiscordGateway(
    DiscordRestClient rest,
    DiscordOptions options,
    GatewayIntents intents,
    SessionStore store,
    GatewayTimings timings,
    TimeProvider clock,
    ILoggerFactory loggers
)
{
    /// <summary>Runs them until cancelled, or until one of them cannot go on.</summary>
    /// <param name="sink">Takes the events.</param>
    /// <param name="cancellationToken">Drops the connections; the sessions live on for the next process.</param>
    /// <exception cref="DiscordFatalException">Discord turned the bot away for good.</exception>
    public async Task RunAsync(GatewayEventSink sink, CancellationToken cancellationToken)
    {
        using IdentifyGate gate = new(rest, timings, clock, loggers.CreateLogger<IdentifyGate>());
        int shards = options.ShardCount ?? await RecommendedAsync(gate, cancellationToken);
        int[] ids = options.ShardIds.Count > 0 ? [.. options.ShardIds] : [.. Enumerable.Range(0, shards)];
        if (ids.Any(id => id >= shards))
        {
            throw new DiscordFatalException(
                $"Discord:ShardIds names shard {ids.Max()}, but there are {shards}, counted from 0. Correct it, or set "
                    + $"Discord:Shards to the number of all shards."
            );
        }

        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        List<Task> running =
        [
            .. ids.Select(id =>
                new GatewayShard(
                    id,
                    shards,
                    options,
                    intents,
                    gate,
                    store,
                    sink,
                    timings,
                    clock,
                    loggers.CreateLogger<GatewayShard>()
                ).RunAsync(life.Token)
            ),
        ];
        await Task.WhenAny(running);
        await life.CancelAsync();
        await Task.WhenAll(running);
    }

    private async Task<int> RecommendedAsync(IdentifyGate gate, CancellationToken cancellationToken)
    {
        for (int failures = 1; ; failures++)
        {
            try
            {
                return Math.Max(1, (await gate.GetGatewayAsync(cancellationToken)).Shards);
            }
            catch (DiscordApiException exception) when (exception.Status == System.Net.HttpStatusCode.Unauthorized)
            {
                throw new DiscordFatalException(exception.Message);
            }
            catch (DiscordApiException exception)
            {
                var wait = timings.Backoff(failures);
                GatewayLog.NoGateway(
                    loggers.CreateLogger<DiscordGateway>(),
                    options.ShardIds.FirstOrDefault(),
                    wait.TotalSeconds,
                    exception.Message
                );
                await Task.Delay(wait, clock, cancellationToken);
            }
        }
    }
}
