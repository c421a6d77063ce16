using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace BriefingBot.TestServers.Slack.SocketMode;

/// <summary>One WebSocket: writes what is queued, reads acks, and ends as it is told. Its state changes under the gate only.</summary>
internal sealed class SocketConnection(SlackState state, WebSocket socket, Action cutTcp, Action freeze, int number, TimeSpan lifetime)
{
    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(5);
    private readonly Channel<OutgoingFrame> _outgoing = Channel.CreateUnbounded<OutgoingFrame>(
        new UnboundedChannelOptions { SingleReader = true }
    );

    public int Number => number;

    /// <summary>Said hello, and nothing came between since.</summary>
    public bool IsReady { get; set; }

    /// <summary>Told to refresh: nothing new comes here, acks still count.</summary>
    public bool IsDraining { get; set; }

    public bool IsEnding { get; private set; }

    public TimeSpan Lifetime => lifetime;

    public void Send(JsonObject json)
    {
        if (!IsEnding)
        {
            _outgoing.Writer.TryWrite(new OutgoingFrame(json.ToJsonString()));
        }
    }

    public void SendDisconnect(string reason) =>
        Send(
            new JsonObject
            {
                ["type"] = "disconnect",
                ["reason"] = reason,
                ["debug_info"] = new JsonObject { ["host"] = $"applink-{number}" },
            }
        );

    public void Close() => End(new OutgoingFrame(null));

    public void Freeze() => freeze();

    public void Drop() => End(new OutgoingFrame(null, Cut: true));

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task writing = WriteAsync(ending);
        try
        {
            lock (state.Gate)
            {
                state.Sockets.Opened(this);
            }

            await ReadAsync(ending.Token);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // The peer is gone without a close frame, or the writer cut the connection.
        }
        finally
        {
            lock (state.Gate)
            {
                IsEnding = true;
                state.Sockets.Ended(this);
            }

            _outgoing.Writer.TryComplete();
            await writing;
        }
    }

    private void End(OutgoingFrame frame)
    {
        if (!IsEnding)
        {
            IsEnding = true;
            _outgoing.Writer.TryWrite(frame);
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        ArrayBufferWriter<byte> message = new();
        while (true)
        {
            ValueWebSocketReceiveResult result = await socket.ReceiveAsync(message.GetMemory(16 * 1024), cancellationToken);
            message.Advance(result.Count);
            if (result.MessageType == WebSocketMessageType.Close)
            {
                _outgoing.Writer.TryWrite(new OutgoingFrame(null));
                return;
            }

            if (result.EndOfMessage)
            {
                lock (state.Gate)
                {
                    state.Envelopes.Received(this, Parse(message.WrittenSpan));
                }

                message.Clear();
            }
        }
    }

    private static JsonObject? Parse(ReadOnlySpan<byte> text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
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
                if (frame.Text is not null)
                {
                    await socket.SendAsync(Encoding.UTF8.GetBytes(frame.Text), WebSocketMessageType.Text, endOfMessage: true, ending.Token);
                }
                else if (frame.Cut)
                {
                    cutTcp();
                    await ending.CancelAsync();
                    return;
                }
                else
                {
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, ending.Token);
                    ending.CancelAfter(ClosePatience);
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
