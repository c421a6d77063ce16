using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace BriefingBot.Platforms.Tests.FakeSlackTests;

/// <summary>A Socket Mode connection that acknowledges only when it is told to.</summary>
internal sealed class RawSocket : IDisposable
{
    private readonly ClientWebSocket _socket = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Connects without reading the hello.</summary>
    public static async Task<RawSocket> OpenAsync(Uri address, TimeSpan? keepAlive = null)
    {
        RawSocket socket = new();
        if (keepAlive is { } time)
        {
            socket._socket.Options.KeepAliveInterval = time;
            socket._socket.Options.KeepAliveTimeout = time;
        }

        await socket._socket.ConnectAsync(address, Cancel);
        return socket;
    }

    /// <summary>The next message; null when the server closed or cut the connection.</summary>
    public async Task<JsonObject?> ReadAsync()
    {
        using MemoryStream text = new();
        byte[] buffer = new byte[4096];
        try
        {
            while (true)
            {
                WebSocketReceiveResult result = await _socket.ReceiveAsync(buffer, Cancel);
                if (result.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }

                text.Write(buffer, 0, result.Count);
                if (result.EndOfMessage)
                {
                    return JsonNode.Parse(text.ToArray())!.AsObject();
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException && !Cancel.IsCancellationRequested)
        {
            // Cut, or without a pong for too long.
            return null;
        }
    }

    /// <summary>The next message, which is of this type.</summary>
    public async Task<JsonObject> ReadAsync(string type)
    {
        JsonObject? message = await ReadAsync();
        Assert.Equal(type, message?["type"]?.GetValue<string>());
        return message!;
    }

    public Task AckAsync(JsonObject envelope, JsonObject? payload = null)
    {
        JsonObject ack = new() { ["envelope_id"] = envelope["envelope_id"]!.GetValue<string>() };
        if (payload is not null)
        {
            ack["payload"] = payload;
        }

        return SendAsync(ack.ToJsonString());
    }

    public async Task SendAsync(string text) =>
        await _socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Cancel);

    public void Dispose()
    {
        _socket.Abort();
        _socket.Dispose();
    }
}
