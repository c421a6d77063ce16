using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Model;

namespace BriefingBot.Platforms.Tests.FakeDiscordTests;

public sealed class ControlEndpointsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_by_http_reaches_the_bot_and_its_answer_can_be_read()
    {
        await using FakeDiscord discord = await FakeDiscord.StartAsync(cancellationToken: Cancel);
        FakeChannel channel = discord.World.AddGuild("Newsroom").AddTextChannel("general");
        await using RawClient bot = new(discord);
        await bot.StartAsync();
        using HttpClient person = new() { BaseAddress = new Uri(discord.BaseAddress, "/_fake/") };

        JsonNode question = await PostAsync(
            person,
            "message",
            """{"user":"grace","channel":"general","mention":true,"content":"what is new?"}"""
        );
        JsonObject received = await bot.ReadEventAsync("MESSAGE_CREATE");
        Assert.Equal(question["id"]!.GetValue<string>(), received["id"]!.GetValue<string>());
        Assert.Equal("grace", received["author"]!["username"]!.GetValue<string>());

        await bot.CallAsync(
            "POST",
            $"/channels/{channel.Id}/messages",
            new JsonObject
            {
                ["content"] = "Nothing",
                ["message_reference"] = new JsonObject { ["message_id"] = received["id"]!.GetValue<string>() },
            }
        );
        JsonNode answer = Assert.Single((await person.GetFromJsonAsync<JsonArray>("answers", Cancel))!)!;
        Assert.Equal(
            ("Nothing", question["id"]!.GetValue<string>()),
            (answer["content"]!.GetValue<string>(), answer["answers"]!.GetValue<string>())
        );
        Assert.Equal(2, (await person.GetFromJsonAsync<JsonArray>("messages?channel=general", Cancel))!.Count);

        await PostAsync(person, "fault", """{"gateway":"Reconnect"}""");
        JsonObject? next;
        do
        {
            next = await bot.ReadAsync();
        } while (next!["op"]!.GetValue<int>() != 7);

        using HttpResponseMessage unknown = await person.PostAsync(
            new Uri("command", UriKind.Relative),
            JsonContent.Create(new { user = "grace", command = "ask" }),
            Cancel
        );
        Assert.Equal(400, (int)unknown.StatusCode);
        Assert.Contains("No command ask", await unknown.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static async Task<JsonNode> PostAsync(HttpClient person, string path, string json)
    {
        using HttpResponseMessage response = await person.PostAsync(
            new Uri(path, UriKind.Relative),
            JsonContent.Create(JsonNode.Parse(json)),
            Cancel
        );
        return JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancel))!;
    }
}
