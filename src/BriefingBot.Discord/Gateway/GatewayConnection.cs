using System.Text.Json;
using System.Threading.Channels;
using BriefingBot.Discord.Gateway.Payloads;
using BriefingBot.Discord.Gateway.Sessions;
using BriefingBot.Discord.Protocol;

namespace BriefingBot.Discord.Gateway;

/// <summary>The life of one connection: hello, identify or resume, heartbeats, events, until it ends. Used once.</summary>
internal sealed class GatewayConnection(
    int shard,
    GatewaySocket socket,
    GatewaySession session,
    GatewayEventSink sink,
    ChannelWriter<GatewayEvent> events,
    Func<Identify> identify,
    IdentifyTurn? turn,
    string token,
    GatewayTimings timings,
    TimeProvider clock
)
{
    private readonly Heartbeat _heartbeat = new(socket, session, clock);
    private bool _isReplaying;

    /// <summary>The session stood: READY or RESUMED came.</summary>
    public bool IsEstablished { get; private set; }

    /// <summary>Hello came: there is a gateway at the address.</summary>
    public bool IsGreeted { get; private set; }

    /// <summary>From the last heartbeat to its answer.</summary>
    public TimeSpan? Latency => _heartbeat.Latency;

    /// <summary>Runs it to its end.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="userAgent">What the client is.</param>
    /// <param name="onEstablished">Called once when the session stands; true when it was resumed.</param>
    /// <param name="cancellationToken">Drops the connection; the session lives on.</param>
    public async Task<ConnectionEnd> RunAsync(
        Uri address,
        string userAgent,
        Action<bool> onEstablished,
        CancellationToken cancellationToken
    )
    {
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var beating = Task.CompletedTask;
        try
        {
            await socket.ConnectAsync(address, userAgent, timings.Connect, cancellationToken);
            var first = await ReceiveAsync(timings.Hello, cancellationToken);
            if (first.Op != GatewayOpcodes.Hello)
            {
                return End(first) ?? new ConnectionEnd(GatewayNextStep.Resume, $"op {first.Op} came where hello was due");
            }

            IsGreeted = true;
            var hello = first.D.Deserialize(DiscordJsonContext.Default.Hello)!;
            beating = _heartbeat.RunAsync(TimeSpan.FromMilliseconds(Math.Max(hello.HeartbeatInterval, 1)), life.Token);
            await GreetAsync(cancellationToken);
            return await ReadAsync(onEstablished, cancellationToken);
        }
        catch (GatewayClosedException exception)
        {
            return _heartbeat.IsZombie
                ? new ConnectionEnd(GatewayNextStep.Resume, "a heartbeat went unanswered")
                : ConnectionEnd.Closed(exception.Code, exception.Description);
        }
        catch (TimeoutException exception)
        {
            return new ConnectionEnd(GatewayNextStep.Resume, exception.Message);
        }
        catch (JsonException exception)
        {
            return new ConnectionEnd(GatewayNextStep.Identify, $"a message could not be read: {exception.Message}");
        }
        finally
        {
            await life.CancelAsync();
            socket.Abort();
            await beating;
        }
    }

    private async Task GreetAsync(CancellationToken cancellationToken)
    {
        if (session is { Id: { } id, Received: { } sequence })
        {
            ResumePayload resume = new(
                new Resume
                {
                    Token = token,
                    SessionId = id,
                    Seq = sequence,
                }
            );
            _isReplaying = true;
            await socket.SendAsync(resume, DiscordJsonContext.Default.ResumePayload, cancellationToken);
            return;
        }

        await socket.SendAsync(new IdentifyPayload(identify()), DiscordJsonContext.Default.IdentifyPayload, cancellationToken);
        turn?.End();
    }

    private async Task<ConnectionEnd> ReadAsync(Action<bool> onEstablished, CancellationToken cancellationToken)
    {
        while (true)
        {
            var message = IsEstablished
                ? await socket.ReceiveAsync(cancellationToken)
                : await ReceiveAsync(timings.Ready, cancellationToken);
            if (End(message) is { } end)
            {
                return end;
            }

            switch (message.Op)
            {
                case GatewayOpcodes.Dispatch:
                    await DispatchAsync(message, onEstablished, cancellationToken);
                    break;
                case GatewayOpcodes.Heartbeat:
                    await _heartbeat.BeatAsync(cancellationToken);
                    break;
                case GatewayOpcodes.HeartbeatAck:
                    _heartbeat.Answered();
                    break;
            }
        }
    }

    private async Task DispatchAsync(GatewayMessage message, Action<bool> onEstablished, CancellationToken cancellationToken)
    {
        if (message.T == GatewayEventNames.Ready)
        {
            var ready = message.D.Deserialize(DiscordJsonContext.Default.Ready)!;
            session.Start(ready.SessionId, ready.ResumeGatewayUrl);
        }

        if (message.T is GatewayEventNames.Ready or GatewayEventNames.Resumed)
        {
            IsEstablished = true;
            _isReplaying = false;
            onEstablished(message.T == GatewayEventNames.Resumed);
        }

        long sequence = message.S ?? 0;
        GatewayEvent received = new(shard, session.Id ?? "", sequence, message.T ?? "", message.D) { IsReplay = _isReplaying };
        sink.Receive(received);
        await events.WriteAsync(received, cancellationToken);

        // Only now: an event that was counted but not handed on would never be replayed.
        session.Receive(sequence);
    }

    /// <summary>What ends the connection by Discord's wish; null for everything else.</summary>
    private static ConnectionEnd? End(GatewayMessage message) =>
        message.Op switch
        {
            GatewayOpcodes.Reconnect => new ConnectionEnd(GatewayNextStep.Resume, "Discord asked to reconnect"),
            GatewayOpcodes.InvalidSession => message.D.ValueKind == JsonValueKind.True
                ? new ConnectionEnd(GatewayNextStep.Resume, "the session is invalid for the moment") { WasInvalidSession = true }
                : new ConnectionEnd(GatewayNextStep.Identify, "the session is invalid") { WasInvalidSession = true },
            _ => null,
        };

    private async Task<GatewayMessage> ReceiveAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timeout = new(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await socket.ReceiveAsync(either.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"nothing came for {limit.TotalSeconds:0} s", exception);
        }
    }
}
