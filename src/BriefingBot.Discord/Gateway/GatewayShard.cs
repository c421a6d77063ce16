using System.Text.Json;
using System.Threading.Channels;
using BriefingBot.Discord.Gateway.Payloads;
using BriefingBot.Discord.Gateway.Sessions;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Gateway;

/// <summary>
/// One shard for as long as the bot runs: connects, comes back after every end of a connection as the end calls for, and hands the events
/// on, those of a channel one after the other. Run once.
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
    ILogger<GatewayShard> logger
)
{
    /// <summary>Events that wait for the ones before; more make the connection wait.</summary>
    private const int MaxWaiting = 1000;

    /// <summary>Events that are dealt with at one time.</summary>
    private const int MaxOpen = 256;

    /// <summary>
    /// So often in a row the gateway may take a session up without it standing; then it is given up. An address that does not answer says
    /// nothing of the session.
    /// </summary>
    private const int MaxResumes = 5;

    /// <summary>
    /// So often in a row a session may be declared invalid at the pace that Discord asks for; each new one counts against the starts of the
    /// day.
    /// </summary>
    private const int QuickInvalidSessions = 3;

    /// <summary>After so many connections in a row that did not stand, somebody should look.</summary>
    private const int Suspicious = 3;

    private readonly GatewaySession _session = new();
    private readonly Channel<GatewayEvent> _events = Channel.CreateBounded<GatewayEvent>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true }
    );
    private readonly EventWork _work = new(MaxOpen);
    private bool _resumeAddressIsGone;
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
        int resumes = 0;
        while (true)
        {
            bool resumed = _session.Id is not null;
            var attempt = await ConnectAsync(failures, cancellationToken);
            var end = attempt.End;
            failures = attempt.IsEstablished ? 0 : failures + 1;
            resumes = attempt.IsEstablished ? 0 : resumes + (resumed && attempt.IsGreeted ? 1 : 0);
            _resumeAddressIsGone = resumed && !attempt.IsGreeted;
            var next = end.Next;
            if (next == GatewayNextStep.Stop)
            {
                next = GiveWay(end.CloseCode ?? 0);
            }

            if (next == GatewayNextStep.Identify || resumes >= MaxResumes)
            {
                _session.Clear();
                resumes = 0;
            }

            var wait = WaitAfter(attempt, failures);
            if (failures >= Suspicious)
            {
                GatewayLog.NeverStands(logger, shard, failures, end.Reason);
            }

            sink.OnDisconnected(failures == 0 ? end.Reason : $"shard {shard} could not connect {failures} times in a row: {end.Reason}");
            GatewayLog.Disconnected(logger, shard, end.Reason, _session.Id is null ? GatewayNextStep.Identify : next, wait.TotalSeconds);
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    /// <summary>
    /// A gateway that declares a session invalid is up: Discord asks for 1 to 5 seconds, not for the back-off of one that is down.
    /// </summary>
    private TimeSpan WaitAfter(ConnectionAttempt attempt, int failures)
    {
        if (!attempt.End.WasInvalidSession)
        {
            return timings.Backoff(failures);
        }

        var asked = timings.InvalidSession * (1 + (4 * Random.Shared.NextDouble()));
        return failures <= QuickInvalidSessions ? asked : asked + timings.Backoff(failures);
    }

    private async Task<ConnectionAttempt> ConnectAsync(int failures, CancellationToken cancellationToken)
    {
        string url;
        IdentifyTurn? turn = null;
        try
        {
            if (_session.ResumeUrl is not { } resumeUrl)
            {
                (url, turn) = await gate.EnterAsync(shard, cancellationToken);
            }
            else
            {
                url = _resumeAddressIsGone ? (await gate.GetGatewayAsync(cancellationToken)).Url : resumeUrl;
            }
        }
        catch (DiscordApiException exception) when (exception.Status != System.Net.HttpStatusCode.Unauthorized)
        {
            GatewayLog.NoGateway(logger, shard, timings.Backoff(failures + 1).TotalSeconds, exception.Message);
            return new ConnectionAttempt(
                new ConnectionEnd(GatewayNextStep.Resume, "the gateway could not be found"),
                IsGreeted: false,
                IsEstablished: false
            );
        }
        catch (DiscordApiException exception)
        {
            throw new DiscordFatalException(exception.Message);
        }

        using GatewaySocket socket = new(clock);
        GatewayConnection connection = new(shard, socket, _session, sink, _events.Writer, Identify, turn, options.Token!, timings, clock);
        try
        {
            var end = await connection.RunAsync(
                Address(url),
                DiscordClient.UserAgent(options),
                resumed => Connected(resumed),
                cancellationToken
            );
            return new ConnectionAttempt(end, connection.IsGreeted, connection.IsEstablished);
        }
        finally
        {
            turn?.End();
        }
    }

    private void Connected(bool resumed)
    {
        GatewayLog.Connected(logger, shard, resumed);
        sink.OnConnected();
    }

    private static Uri Address(string url) => new($"{url.TrimEnd('/')}/?v=10&encoding=json");

    private Identify Identify() =>
        new()
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
                await StartAsync(next, cancellationToken);
                TakeDone();
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
        finally
        {
            await _work.DrainAsync();
            TakeDone();
        }
    }

    private void TakeDone()
    {
        if (_work.TakeDone() is { } done)
        {
            _session.Handle(done);
        }
    }

    /// <summary>What tells of places comes before what is said in them; what is said in a place waits for that place alone.</summary>
    private Task StartAsync(GatewayEvent next, CancellationToken cancellationToken) =>
        _work.StartAsync(
            next,
            next.Data.ValueKind == JsonValueKind.Object && next.Data.TryGetProperty("channel_id", out var channel)
                ? channel.ToString()
                : null,
            () => HandleAsync(next, cancellationToken),
            cancellationToken
        );

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
