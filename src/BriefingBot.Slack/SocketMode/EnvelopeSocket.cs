using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using BriefingBot.Slack.Protocol;

namespace BriefingBot.Slack.SocketMode;

/// <summary>One WebSocket: whole messages in, acks out. One reader; any number of writers.</summary>
internal sealed class EnvelopeSocket(SocketModeTimings timings, TimeProvider clock) : IDisposable
{
    private const int MaxMessage = 16 * 1024 * 1024;
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ArrayBufferWriter<byte> _buffer = new(16 * 1024);

    /// <exception cref="SocketClosedException">It cannot be reached.</exception>
    public async Task ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        _socket.Options.SetRequestHeader("User-Agent", SlackClient.UserAgent);
        _socket.Options.KeepAliveInterval = timings.Ping;
        _socket.Options.KeepAliveTimeout = timings.Pong;
        using CancellationTokenSource timeout = new(timings.Connect, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _socket.ConnectAsync(address, either.Token);
        }
        catch (Exception exception) when (IsBroken(exception, cancellationToken))
        {
            throw new SocketClosedException(
                timeout.IsCancellationRequested ? $"no connection within {timings.Connect.TotalSeconds:0} s" : exception.Message,
                exception
            );
        }
    }

    /// <summary>The next message; null for one that is no JSON object.</summary>
    /// <exception cref="SocketClosedException">There will be none.</exception>
    public async Task<SocketMessage?> ReceiveAsync(CancellationToken cancellationToken)
    {
        _buffer.ResetWrittenCount();
        try
        {
            while (true)
            {
                var result = await _socket.ReceiveAsync(_buffer.GetMemory(4096), cancellationToken);
                if (result.MessageType == WebSocketMessageType.Close)
                {
                    throw new SocketClosedException($"closed with {(int?)_socket.CloseStatus} {_socket.CloseStatusDescription}".TrimEnd());
                }

                _buffer.Advance(result.Count);
                if (result.EndOfMessage)
                {
                    return Read();
                }

                if (_buffer.WrittenCount > MaxMessage)
                {
                    throw new SocketClosedException($"a message of more than {MaxMessage:N0} bytes");
                }
            }
        }
        catch (Exception exception) when (IsBroken(exception, cancellationToken))
        {
            throw new SocketClosedException(exception.Message, exception);
        }
    }

    /// <summary>Sends an ack.</summary>
    /// <exception cref="SocketClosedException">The connection is over.</exception>
    public async Task SendAsync(EnvelopeAck ack, CancellationToken cancellationToken)
    {
        byte[] message = JsonSerializer.SerializeToUtf8Bytes(ack, SlackJsonContext.Default.EnvelopeAck);
        await WriteAsync(
            stop => _socket.SendAsync(new ArraySegment<byte>(message), WebSocketMessageType.Text, endOfMessage: true, stop),
            cancellationToken
        );
    }

    /// <summary>Says good-bye; the reader sees the answer.</summary>
    /// <exception cref="SocketClosedException">The connection is over.</exception>
    public Task CloseAsync(CancellationToken cancellationToken) =>
        WriteAsync(stop => _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, stop), cancellationToken);

    /// <summary>Drops the connection without a word.</summary>
    public void Abort() => _socket.Abort();

    /// <inheritdoc/>
    public void Dispose()
    {
        _socket.Abort();
        _socket.Dispose();
        _writing.Dispose();
    }

    private static bool IsBroken(Exception exception, CancellationToken cancellationToken) =>
        exception is WebSocketException or ObjectDisposedException or InvalidOperationException or IOException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private SocketMessage? Read()
    {
        try
        {
            return JsonSerializer.Deserialize(_buffer.WrittenSpan, SlackJsonContext.Default.SocketMessage);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task WriteAsync(Func<CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        try
        {
            await _writing.WaitAsync(cancellationToken);
            try
            {
                await write(cancellationToken);
            }
            finally
            {
                _writing.Release();
            }
        }
        catch (Exception exception) when (IsBroken(exception, cancellationToken))
        {
            throw new SocketClosedException(exception.Message, exception);
        }
    }
}
