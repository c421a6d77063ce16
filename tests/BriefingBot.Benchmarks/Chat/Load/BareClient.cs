using System.Buffers;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using BriefingBot.TestServers.Discord;

namespace BriefingBot.Benchmarks.Chat.Load;

/// <summary>
/// Receives messages and answers each with a typing notice and a message of the usual length, as many at once as the bot does.
/// </summary>
internal static class BareClient
{
    private const int Workers = 8;
    private static readonly string Content = new('x', 700);

    public static async Task RunAsync(FakeDiscord discord, CancellationToken cancellationToken)
    {
        using HttpClient http = new() { BaseAddress = discord.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", discord.Token);
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "DiscordBot (https://bare.example, 1)");
        using ClientWebSocket socket = new();
        await socket.ConnectAsync(new Uri($"{discord.GatewayAddress.ToString().TrimEnd('/')}/?v=10&encoding=json"), cancellationToken);
        var received = Channel.CreateUnbounded<JsonElement>();
        await Task.WhenAll([
            ReceiveAsync(socket, discord.Token, received.Writer, cancellationToken),
            .. Enumerable.Range(0, Workers).Select(_ => AnswerAsync(http, received.Reader, cancellationToken)),
        ]);
    }

    private static async Task ReceiveAsync(
        ClientWebSocket socket,
        string token,
        ChannelWriter<JsonElement> writer,
        CancellationToken cancellationToken
    )
    {
        ArrayBufferWriter<byte> buffer = new(64 * 1024);
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.GetMemory(4096), cancellationToken);
            buffer.Advance(part.Count);
            if (!part.EndOfMessage)
            {
                continue;
            }

            using var message = JsonDocument.Parse(buffer.WrittenMemory);
            switch (message.RootElement.GetProperty("op").GetInt32())
            {
                case 10:
                    JsonObject identify = new()
                    {
                        ["op"] = 2,
                        ["d"] = new JsonObject
                        {
                            ["token"] = token,
                            ["intents"] = 4609,
                            ["properties"] = new JsonObject
                            {
                                ["os"] = "linux",
                                ["browser"] = "bare",
                                ["device"] = "bare",
                            },
                        },
                    };
                    await socket.SendAsync(
                        JsonSerializer.SerializeToUtf8Bytes(identify),
                        WebSocketMessageType.Text,
                        true,
                        cancellationToken
                    );
                    break;
                case 0 when message.RootElement.GetProperty("t").GetString() == "MESSAGE_CREATE":
                    await writer.WriteAsync(message.RootElement.GetProperty("d").Clone(), cancellationToken);
                    break;
            }

            buffer.ResetWrittenCount();
        }
    }

    private static async Task AnswerAsync(HttpClient http, ChannelReader<JsonElement> reader, CancellationToken cancellationToken)
    {
        await foreach (var message in reader.ReadAllAsync(cancellationToken))
        {
            if (message.GetProperty("author").TryGetProperty("bot", out var bot) && bot.GetBoolean())
            {
                continue;
            }

            string channel = message.GetProperty("channel_id").GetString()!;
            using var typing = await http.PostAsync(
                new Uri($"api/v10/channels/{channel}/typing", UriKind.Relative),
                null,
                cancellationToken
            );
            JsonObject answer = new()
            {
                ["content"] = Content,
                ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
                ["message_reference"] = new JsonObject { ["message_id"] = message.GetProperty("id").GetString() },
            };
            using var posted = await http.PostAsJsonAsync(
                new Uri($"api/v10/channels/{channel}/messages", UriKind.Relative),
                answer,
                cancellationToken
            );
            posted.EnsureSuccessStatusCode();
        }
    }
}
