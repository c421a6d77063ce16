using System.Threading.Channels;
using BriefingBot.Discord.Gateway.Payloads;
using BriefingBot.Discord.Gateway.Sessions;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Gateway;

/// <summary>
/// One shard for as long as the bot runs: connects, comes back after every end of a connection as the end calls for, and hands the events on one after
/// the other. Run once.
/// </summary>
internal sealed class GatewayShard(
    int shard,
    int shards,
    DiscordOptions options,
    GatewayIntents intents,
    IdentifyGate gate,
    SessionStore store,
    GatewayEventSink sink,
    GatewayTimings timings,
    TimeProvider clock,
    ILogger<GatewayShard> logger)
{
    /// <summary>Events that wait for the ones before; more make the connection wait.</summary>
    private const int MaxWaiting = 1000;

    /// <summary>After so many attempts in a row a session that cannot be taken up is given up.</summary>
    private const int MaxResumes = 5;

    private readonly GatewaySession _session = new();
    private readonly Channel<GatewayEvent> _events = Channel.CreateBounded<GatewayEvent>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private long _saved;

    /// <summary>Runs until cancelled.</summary>
    /// <exception cref="DiscordFatalException">Discord turned the bot away for good.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await store.LoadAsync(shard, shards, cancellationToken) is { } saved)
        {
            _session.Restore(saved);
        }

        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var handling = HandleEventsAsync(life.Token);
        try
        {
            await ConnectAgainAndAgainAsync(life.Token);
        }
        finally
        {
            await life.CancelAsync();
            await handling;
            await store.SaveAsync(shard, shards, _session.ToSaved(store.TokenMark), CancellationToken.None);
        }
    }

    private async Task ConnectAgainAndAgainAsync(CancellationToken cancellationToken)
    {
        int failures = 0;
        while (true)
        {
            var (end, established) = await ConnectAsync(failures, cancellationToken);
            failures = established ? 0 : failures + 1;
            var next = end.Next;
            if (next == GatewayNextStep.Stop)
            {
                next = GiveWay(end.CloseCode ?? 0);
            }

            if (next == GatewayNextStep.Identify || failures >= MaxResumes)
            {
                _session.Clear();
            }

            var wait = timings.Backoff(failures);
            if (end.WasInvalidSession)
            {
                wait += timings.InvalidSession * (1 + Random.Shared.NextDouble());
            }

            GatewayLog.Disconnected(logger, shard, end.Reason, _session.Id is null ? GatewayNextStep.Identify : next, wait.TotalSeconds);
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private async Task<(ConnectionEnd End, bool Established)> ConnectAsync(int failures, CancellationToken cancellationToken)
    {
        string? url = _session.ResumeUrl;
        IdentifyTurn? turn = null;
        try
        {
            if (url is null)
            {
                (url, turn) = await gate.EnterAsync(shard, cancellationToken);
            }
        }
        catch (DiscordApiException exception) when (exception.Status != System.Net.HttpStatusCode.Unauthorized)
        {
            GatewayLog.NoGateway(logger, shard, timings.Backoff(failures + 1).TotalSeconds, exception.Message);
            return (new ConnectionEnd(GatewayNextStep.Resume, "the gateway could not be found"), false);
        }
        catch (DiscordApiException exception)
        {
            throw new DiscordFatalException(exception.Message);
        }

        using GatewaySocket socket = new(clock);
        GatewayConnection connection = new(shard, socket, _session, sink, _events.Writer, Identify, turn, options.Token!, timings, clock);
        try
        {
            var end = await connection.RunAsync(Address(url), DiscordClient.UserAgent(options), resumed => GatewayLog.Connected(logger, shard, resumed), cancellationToken);
            return (end, connection.IsEstablished);
        }
        finally
        {
            turn?.End();
        }
    }

    private static Uri Address(string url) => new($"{url.TrimEnd('/')}/?v=10&encoding=json");

    private Identify Identify() => new()
    {
        Token = options.Token!,
        Intents = intents.Mask,
        Shard = [shard, shards],
        Presence = Presence.WithText(options.StatusText),
    };

    /// <summary>Refused intents can be done without; everything else is for people to put right.</summary>
    private GatewayNextStep GiveWay(int code)
    {
        if (code != ClosePolicy.DisallowedIntents || !intents.HasMessageContent)
        {
            throw new DiscordFatalException(ClosePolicy.Advice(code));
        }

        if (intents.GiveUpMessageContent())
        {
            GatewayLog.WithoutMessageContent(logger);
        }

        return GatewayNextStep.Identify;
    }

    private async Task HandleEventsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var next in _events.Reader.ReadAllAsync(cancellationToken))
            {
                await HandleAsync(next, cancellationToken);
                _session.Handle(next);
                if (next.Name == GatewayEventNames.Ready || clock.GetElapsedTime(_saved) >= timings.BetweenSaves)
                {
                    _saved = clock.GetTimestamp();
                    await store.SaveAsync(shard, shards, _session.ToSaved(store.TokenMark), cancellationToken);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What was not dealt with is replayed to the next process.
        }
    }

    private async Task HandleAsync(GatewayEvent next, CancellationToken cancellationToken)
    {
        try
        {
            await sink.HandleAsync(next, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            // One event that cannot be dealt with must not end all others.
            GatewayLog.EventFailed(logger, exception, next.Name, shard);
        }
    }
}
