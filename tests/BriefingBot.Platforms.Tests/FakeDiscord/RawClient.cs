using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord;

namespace BriefingBot.Platforms.Tests.FakeDiscordTests;

/// <summary>Sends what it is told, right or wrong, by gateway and REST.</summary>
internal sealed class RawClient : IAsyncDisposable
{
    public const int Intents = 4609;

    private readonly FakeDiscord _discord;
    private readonly ClientWebSocket _socket = new();
    private readonly HttpClient _http;

    public RawClient(FakeDiscord discord)
    {
        _discord = discord;
        _http = new HttpClient { BaseAddress = new Uri(discord.ApiAddress + "/") };
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.org, 1.0)");
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", discord.Token);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static JsonObject Identify(string token, int intents = Intents) =>
        new()
        {
            ["op"] = 2,
            ["d"] = new JsonObject
            {
                ["token"] = token,
                ["intents"] = intents,
                ["properties"] = new JsonObject
                {
                    ["os"] = "linux",
                    ["browser"] = "raw",
                    ["device"] = "raw",
                },
            },
        };

    /// <summary>Connects and reads Hello.</summary>
    public async Task<JsonObject> ConnectAsync(Uri? address = null, int version = 10)
    {
        await _socket.ConnectAsync(new Uri($"{address ?? _discord.GatewayAddress}?v={version}&encoding=json"), Cancel);
        return await ReadAsync() ?? throw new InvalidOperationException("The connection was closed before Hello.");
    }

    /// <summary>Connects, identifies and reads READY; its data is given.</summary>
    public async Task<JsonObject> StartAsync(int intents = Intents, (int Id, int Count)? shard = null)
    {
        await ConnectAsync();
        JsonObject identify = Identify(_discord.Token, intents);
        if (shard is { } part)
        {
            identify["d"]!["shard"] = new JsonArray(part.Id, part.Count);
        }

        await SendAsync(identify);
        JsonObject ready = (await ReadAsync())!;
        Assert.Equal("READY", ready["t"]?.GetValue<string>());
        return ready["d"]!.AsObject();
    }

    public Task SendAsync(JsonNode payload) => SendAsync(payload.ToJsonString());

    public async Task SendAsync(string payload) =>
        await _socket.SendAsync(Encoding.UTF8.GetBytes(payload), WebSocketMessageType.Text, endOfMessage: true, Cancel);

    /// <summary>The next payload; null when the server closed.</summary>
    public async Task<JsonObject?> ReadAsync()
    {
        byte[] buffer = new byte[1 << 20];
        int length = 0;
        ValueWebSocketReceiveResult result;
        do
        {
            result = await _socket.ReceiveAsync(buffer.AsMemory(length), Cancel);
            length += result.Count;
        } while (!result.EndOfMessage);

        return result.MessageType == WebSocketMessageType.Close ? null : JsonNode.Parse(buffer.AsSpan(0, length))!.AsObject();
    }

    /// <summary>Reads on to an event of this name and gives its data.</summary>
    public async Task<JsonObject> ReadEventAsync(string name)
    {
        while (await ReadAsync() is { } payload)
        {
            if (payload["t"]?.GetValue<string>() == name)
            {
                return payload["d"]!.AsObject();
            }
        }

        throw new InvalidOperationException($"The connection was closed with {_socket.CloseStatus} before {name}.");
    }

    /// <summary>Reads on until the server closes and gives the code.</summary>
    public async Task<int> ReadCloseAsync()
    {
        while (await ReadAsync() is not null) { }

        return (int)_socket.CloseStatus!.Value;
    }

    public async Task CloseAsync(int code)
    {
        await _socket.CloseOutputAsync((WebSocketCloseStatus)code, "", Cancel);
        await ReadCloseAsync();
    }

    /// <summary>Ends the connection as a killed process would.</summary>
    public void Abort() => _socket.Abort();

    public async Task<(int Status, JsonNode? Body, HttpResponseHeaders Headers)> CallAsync(
        string method,
        string path,
        JsonNode? body = null,
        Action<HttpRequestMessage>? change = null
    )
    {
        using HttpRequestMessage request = new(new HttpMethod(method), path.TrimStart('/'));
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        change?.Invoke(request);
        using HttpResponseMessage response = await _http.SendAsync(request, Cancel);
        string text = await response.Content.ReadAsStringAsync(Cancel);
        bool isJson = response.Content.Headers.ContentType?.MediaType == "application/json";
        return ((int)response.StatusCode, isJson ? JsonNode.Parse(text) : null, response.Headers);
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _http.Dispose();
        return ValueTask.CompletedTask;
    }
}
