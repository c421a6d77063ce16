using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace BriefingBot.TestServers.Discord.Gateway;

/// <summary>One WebSocket: reads payloads and keeps their limits, writes what is queued, and ends as it is told.</summary>
internal sealed class GatewayConnection(DiscordState state, WebSocket socket, Action cutTcp, int apiVersion, bool isResumeAddress)
{
    private const int MaxPayload = 4096;
    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(5);

    private readonly Channel<OutgoingFrame> _outgoing = Channel.CreateUnbounded<OutgoingFrame>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    private readonly Queue<DateTimeOffset> _sends = [];
    private ITimer? _heartbeatWatch;

    public int ApiVersion => apiVersion;

    public bool IsResumeAddress => isResumeAddress;

    public GatewaySession? Session { get; private set; }

    /// <summary>Identified or resumed; a second time is 4005, unless the session was declared invalid (op 9) in between.</summary>
    public bool IsAuthenticated { get; private set; }

    /// <summary>After op 9 the client may go on here, whichever address this is.</summary>
    public bool WasInvalidated { get; private set; }

    /// <summary>The client sees a zombie: heartbeats are read and not acknowledged.</summary>
    public bool SilencesAcks { get; set; }

    public bool IsEnding { get; private set; }

    private TimeSpan HeartbeatPatience => state.Options.HeartbeatInterval * 1.5;

    public void Send(string payload) => _outgoing.Writer.TryWrite(new OutgoingFrame(payload));

    public void Send(GatewayOpcode opcode, JsonNode? data) =>
        Send(
            new JsonObject
            {
                ["op"] = (int)opcode,
                ["d"] = data,
                ["s"] = null,
                ["t"] = null,
            }.ToJsonString()
        );

    public void Close(GatewayCloseCode code, string reason)
    {
        if (!IsEnding)
        {
            IsEnding = true;
            state.Record.CountClose(code);
            _outgoing.Writer.TryWrite(new OutgoingFrame(null, code, reason));
        }
    }

    public void Drop()
    {
        if (!IsEnding)
        {
            IsEnding = true;
            _outgoing.Writer.TryWrite(default);
        }
    }

    public void Carry(GatewaySession session)
    {
        session.Attach(this);
        Session = session;
        IsAuthenticated = true;
    }

    /// <summary>Op 9: the client may identify or resume on this connection, or open another one.</summary>
    public void InvalidateSession(bool resumable)
    {
        Session = null;
        IsAuthenticated = false;
        WasInvalidated = true;
        Send(GatewayOpcode.InvalidSession, resumable);
    }

    public void HeartbeatSeen() => _heartbeatWatch?.Change(HeartbeatPatience, Timeout.InfiniteTimeSpan);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _heartbeatWatch = state.Clock.CreateTimer(_ => OnSilence(), null, HeartbeatPatience, Timeout.InfiniteTimeSpan);
        Task writing = WriteAsync(ending);
        try
        {
            lock (state.Gate)
            {
                state.Gateway.Opened(this);
            }

            await ReadAsync(ending.Token);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // The peer is gone without a close frame, or the writer cut the connection.
        }
        finally
        {
            await _heartbeatWatch.DisposeAsync();
            lock (state.Gate)
            {
                IsEnding = true;
                state.Gateway.Ended(this, socket.CloseStatus is { } status ? (int)status : null);
            }

            _outgoing.Writer.TryComplete();
            await writing;
        }
    }

    private void OnSilence()
    {
        lock (state.Gate)
        {
            state.Record.Counters.MissedHeartbeats++;
            Close(GatewayCloseCode.SessionTimedOut, "Session timed out.");
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(MaxPayload + 1);
        try
        {
            while (true)
            {
                int length = 0;
                ValueWebSocketReceiveResult result;
                do
                {
                    // What goes over the limit is read to its end and thrown away.
                    int room = Math.Min(length, MaxPayload);
                    result = await socket.ReceiveAsync(buffer.AsMemory(room), cancellationToken);
                    length += result.Count;
                } while (!result.EndOfMessage);

                if (result.MessageType == WebSocketMessageType.Close)
                {
                    _outgoing.Writer.TryWrite(new OutgoingFrame(null, GatewayCloseCode.Normal));
                    return;
                }

                lock (state.Gate)
                {
                    if (!IsEnding)
                    {
                        Accept(buffer.AsSpan(0, Math.Min(length, MaxPayload)), length > MaxPayload);
                    }
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Accept(ReadOnlySpan<byte> payload, bool tooLong)
    {
        state.Record.Counters.GatewaySends++;
        DateTimeOffset now = state.Now;
        _sends.Enqueue(now);
        while (_sends.Peek() <= now - TimeSpan.FromSeconds(60))
        {
            _sends.Dequeue();
        }

        if (_sends.Count > state.Options.GatewaySendLimit)
        {
            Close(GatewayCloseCode.RateLimited, "You are being rate limited.");
        }
        else if (tooLong || Parse(payload) is not { } json)
        {
            Close(GatewayCloseCode.DecodeError, "Error while decoding payload.");
        }
        else
        {
            GatewayProtocol.Handle(state, this, json);
        }
    }

    private static JsonObject? Parse(ReadOnlySpan<byte> payload)
    {
        try
        {
            return JsonNode.Parse(payload) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task WriteAsync(CancellationTokenSource ending)
    {
        try
        {
            await foreach (OutgoingFrame frame in _outgoing.Reader.ReadAllAsync(ending.Token))
            {
                if (frame.Payload is not null)
                {
                    await socket.SendAsync(
                        Encoding.UTF8.GetBytes(frame.Payload),
                        WebSocketMessageType.Text,
                        endOfMessage: true,
                        ending.Token
                    );
                }
                else if (frame.CloseCode != GatewayCloseCode.None)
                {
                    await socket.CloseOutputAsync((WebSocketCloseStatus)frame.CloseCode, frame.Reason, ending.Token);
                    ending.CancelAfter(ClosePatience);
                    return;
                }
                else
                {
                    cutTcp();
                    await ending.CancelAsync();
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // The peer went first; the reader sees it too.
        }
    }
}
