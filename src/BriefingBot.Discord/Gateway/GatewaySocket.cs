using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BriefingBot.Discord.Gateway.Payloads;
using BriefingBot.Discord.Protocol;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Discord.Gateway;

/// <summary>One WebSocket: whole messages in, whole messages out, within Discord's limits. One reader; any number of writers.</summary>
internal sealed class GatewaySocket(TimeProvider clock) : IDisposable
{
    private const int MaxPayload = 4096;
    private const int MaxMessage = 64 * 1024 * 1024;
    private const int SendsPerMinute = 120;

    /// <summary>Kept free for heartbeats, which cannot wait.</summary>
    private const int Reserve = 10;

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly SlidingWindow _sends = new(SendsPerMinute - Reserve, TimeSpan.FromSeconds(60), clock);
    private readonly ArrayBufferWriter<byte> _buffer = new(16 * 1024);

    /// <exception cref="GatewayClosedException">It cannot be reached.</exception>
    public async Task ConnectAsync(Uri address, string userAgent, TimeSpan limit, CancellationToken cancellationToken)
    {
        _socket.Options.SetRequestHeader("User-Agent", userAgent);
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
        using CancellationTokenSource timeout = new(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _socket.ConnectAsync(address, either.Token);
        }
        catch (Exception exception)
            when (exception is WebSocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new GatewayClosedException(null, exception.Message);
        }
    }

    /// <summary>The next message.</summary>
    /// <exception cref="GatewayClosedException">There will be none.</exception>
    public async Task<GatewayMessage> ReceiveAsync(CancellationToken cancellationToken)
    {
        _buffer.ResetWrittenCount();
        try
        {
            while (true)
            {
                var result = await _socket.ReceiveAsync(_buffer.GetMemory(4096), cancellationToken);
                if (result.MessageType == WebSocketMessageType.Close)
                {
                    throw new GatewayClosedException((int?)_socket.CloseStatus, _socket.CloseStatusDescription);
                }

                _buffer.Advance(result.Count);
                if (result.EndOfMessage)
                {
                    return JsonSerializer.Deserialize(_buffer.WrittenSpan, DiscordJsonContext.Default.GatewayMessage)
                        ?? throw new JsonException("null");
                }

                if (_buffer.WrittenCount > MaxMessage)
                {
                    throw new GatewayClosedException(null, $"a message of more than {MaxMessage:N0} bytes");
                }
            }
        }
        catch (Exception exception) when (IsBroken(exception, cancellationToken))
        {
            throw new GatewayClosedException(null, exception.Message);
        }
        catch (JsonException exception)
        {
            throw new GatewayClosedException(null, $"a message that is not JSON: {exception.Message}");
        }
    }

    /// <summary>Sends a message; waits while too many were sent in the last minute.</summary>
    /// <exception cref="GatewayClosedException">The connection is over.</exception>
    /// <exception cref="InvalidOperationException">It is longer than Discord takes.</exception>
    public async Task SendAsync<T>(T message, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        await _sends.WaitAsync(cancellationToken);
        await WriteAsync(JsonSerializer.SerializeToUtf8Bytes(message, type), cancellationToken);
    }

    /// <summary>Sends a heartbeat, ahead of the limit.</summary>
    /// <exception cref="GatewayClosedException">The connection is over.</exception>
    public async Task SendHeartbeatAsync(long? sequence, CancellationToken cancellationToken)
    {
        _sends.Add();
        await WriteAsync(
            JsonSerializer.SerializeToUtf8Bytes(new HeartbeatPayload(sequence), DiscordJsonContext.Default.HeartbeatPayload),
            cancellationToken
        );
    }

    /// <summary>
    /// Drops the connection without a word: closing it with 1000 or 1001 would end the session, and a session that lives on can be resumed,
    /// also by the next process.
    /// </summary>
    public void Abort() => _socket.Abort();

    /// <inheritdoc/>
    public void Dispose()
    {
        _socket.Abort();
        _socket.Dispose();
        _writing.Dispose();
    }

    private static bool IsBroken(Exception exception, CancellationToken cancellationToken) =>
        exception is WebSocketException or ObjectDisposedException or InvalidOperationException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private async Task WriteAsync(byte[] payload, CancellationToken cancellationToken)
    {
        if (payload.Length > MaxPayload)
        {
            throw new InvalidOperationException($"A gateway message of {payload.Length} bytes was not sent; Discord takes {MaxPayload}.");
        }

        await _writing.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(payload, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        catch (Exception exception) when (IsBroken(exception, cancellationToken))
        {
            throw new GatewayClosedException(null, exception.Message);
        }
        finally
        {
            _writing.Release();
        }
    }
}
