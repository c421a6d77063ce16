using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Interactions;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.Platforms.Tests.FakeDiscordTests;

public sealed class PublishedDocumentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_of_the_fake_fit_the_published_document()
    {
        PublishedDocument document = await PublishedDocument.LoadAsync(Cancel);
        await using FakeDiscord discord = await FakeDiscord.StartAsync(cancellationToken: Cancel);
        FakeGuild guild = discord.World.AddGuild("Newsroom");
        FakeChannel channel = guild.AddTextChannel("general");
        FakeUser ada = discord.World.AddUser("ada");
        FakeMessage question = discord.World.Mention(ada, channel, "what is new?");
        await using RawClient client = new(discord);
        string commands = $"/applications/{discord.Application.Id}/commands";
        string messages = $"/channels/{channel.Id}/messages";

        foreach (
            string path in (string[])
                [
                    "/gateway/bot",
                    "/users/@me",
                    "/users/@me/guilds",
                    "/applications/@me",
                    $"/channels/{channel.Id}",
                    $"{messages}?limit=5",
                    $"{messages}/{question.Id}",
                    $"/guilds/{guild.Id}/channels",
                    $"/guilds/{guild.Id}/members/{ada.Id}",
                    "/channels/1",
                    commands,
                ]
        )
        {
            await client.CallAsync("GET", path);
        }

        await client.CallAsync(
            "PUT",
            commands,
            JsonNode.Parse(
                """
                [{"name":"ask","description":"Ask","options":[{"type":3,"name":"question","description":"What","required":true}],"contexts":[0,1],"integration_types":[0]},
                 {"name":"Check","type":3,"default_member_permissions":"32"}]
                """
            )
        );
        await client.CallAsync(
            "PUT",
            $"/applications/{discord.Application.Id}/guilds/{guild.Id}/commands",
            JsonNode.Parse("""[{"name":"status","description":"x"}]""")
        );
        await client.CallAsync("POST", "/users/@me/channels", new JsonObject { ["recipient_id"] = ada.Id.ToString() });
        JsonNode answer = JsonNode.Parse(
            $$$"""
            {"content":"x","nonce":"1","enforce_nonce":true,"allowed_mentions":{"parse":[],"replied_user":false},"message_reference":{"message_id":"{{{question.Id}}}"},
             "embeds":[{"title":"t","description":"d","url":"https://e.org","fields":[{"name":"n","value":"v","inline":true}],"footer":{"text":"f"}}],
             "components":[{"type":1,"components":[{"type":2,"style":1,"label":"b","custom_id":"b"},{"type":2,"style":5,"label":"l","url":"https://e.org"}]}]}
            """
        )!;
        string posted = (await client.CallAsync("POST", messages, answer)).Body!["id"]!.GetValue<string>();
        await client.CallAsync("PATCH", $"{messages}/{posted}", new JsonObject { ["content"] = "y" });
        string card = (
            await client.CallAsync(
                "POST",
                messages,
                JsonNode.Parse(
                    """
                    {"flags":32768,"allowed_mentions":{"parse":[]},"components":[
                      {"type":17,"components":[{"type":10,"content":"One"},{"type":14},
                        {"type":9,"components":[{"type":10,"content":"Two"}],"accessory":{"type":2,"style":2,"label":"b","custom_id":"b"}}]},
                      {"type":1,"components":[{"type":2,"style":2,"label":"More","custom_id":"more"}]}]}
                    """
                )
            )
        ).Body!["id"]!.GetValue<string>();
        await client.CallAsync(
            "PATCH",
            $"{messages}/{card}",
            JsonNode.Parse("""{"components":[{"type":17,"accent_color":255,"components":[{"type":10,"content":"Two"}]}]}""")
        );
        await client.CallAsync("GET", $"{messages}/{card}");
        await client.CallAsync("PUT", $"{messages}/{posted}/reactions/%F0%9F%91%8D/@me");
        await client.CallAsync("GET", $"{messages}/{posted}");
        await client.CallAsync("POST", messages, new JsonObject { ["content"] = new string('x', 2001) });
        await client.CallAsync("POST", $"/channels/{channel.Id}/typing");
        await client.CallAsync("POST", $"{messages}/{question.Id}/threads", new JsonObject { ["name"] = "An answer" });
        await client.CallAsync("GET", $"/channels/{question.Id}");

        FakeInteraction ask = discord.Interactions.InvokeCommand(
            ada,
            channel,
            "ask",
            new Dictionary<string, object>(StringComparer.Ordinal) { ["question"] = "Who won?" }
        );
        await client.CallAsync("POST", $"/interactions/{ask.Id}/{ask.Token}/callback?with_response=true", new JsonObject { ["type"] = 5 });
        string webhook = $"/webhooks/{discord.Application.Id}/{ask.Token}";
        await client.CallAsync("PATCH", webhook + "/messages/@original", new JsonObject { ["content"] = "done" });
        await client.CallAsync("POST", webhook, new JsonObject { ["content"] = "more", ["flags"] = 64 });
        await client.CallAsync("DELETE", webhook + "/messages/@original");

        IReadOnlyList<string> mismatches = document.Mismatches(discord.Record.Requests);
        Assert.True(mismatches.Count == 0, string.Join('\n', mismatches));
        Assert.Equal(29, discord.Record.Requests.Count);
    }
}
