using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.Platforms.Tests.FakeDiscordTests;

/// <summary>What a message may hold, and whom it pings.</summary>
public sealed class MessageRulesTests : RestRulesTest
{
    public static TheoryData<string, int> BadMessages =>
        new()
        {
            { $$"""{"content":"{{new string('x', 2001)}}"}""", 50035 },
            { """{"content":"  "}""", 50006 },
            { """{"content":"x","colour":1}""", 50035 },
            { """{"content":"x","flags":64}""", 50035 },
            { """{"content":"x","nonce":"12345678901234567890123456"}""", 50035 },
            { """{"content":"x","allowed_mentions":{"parse":["users"],"users":["1"]}}""", 50035 },
            { """{"content":"x","allowed_mentions":{"parse":["all"]}}""", 50035 },
            { """{"content":"x","message_reference":{"message_id":"1"}}""", 50035 },
            { $$"""{"embeds":[{"title":"{{new string('x', 257)}}"}]}""", 50035 },
            { $$"""{"embeds":[{"description":"{{new string('x', 4000)}}"},{"description":"{{new string('y', 2001)}}"}]}""", 50035 },
            { """{"embeds":[{"title":"x","url":"javascript:alert(1)"}]}""", 50035 },
            { """{"embeds":[{"fields":[{"name":"","value":"x"}]}]}""", 50035 },
            { """{"content":"x","components":[{"type":2,"style":1,"custom_id":"a","label":"a"}]}""", 50035 },
            { """{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"label":"a"}]}]}""", 50035 },
            {
                """{"content":"x","components":[{"type":1,"components":[{"type":2,"style":5,"label":"a","url":"https://e.org","custom_id":"a"},{"type":2,"style":1,"label":"a","custom_id":"b"},{"type":2,"style":2,"label":"a","custom_id":"b"}]}]}""",
                50035
            },
            { """{"content":"x","flags":32768,"components":[{"type":10,"content":"y"}]}""", 50035 },
            { """{"embeds":[{"title":"x"}],"flags":32768,"components":[{"type":10,"content":"y"}]}""", 50035 },
            { """{"poll":{},"flags":32768,"components":[{"type":10,"content":"y"}]}""", 50035 },
            { """{"flags":32768}""", 50006 },
            { """{"components":[{"type":10,"content":"y"}]}""", 50035 },
            { """{"components":[{"type":17,"components":[{"type":10,"content":"y"}]}]}""", 50035 },
            { """{"flags":32768,"components":[{"type":10,"content":""}]}""", 50035 },
            { """{"flags":32768,"components":[{"type":17,"components":[]}]}""", 50035 },
            { """{"flags":32768,"components":[{"type":17,"accent_color":16777216,"components":[{"type":10,"content":"y"}]}]}""", 50035 },
            { """{"flags":32768,"components":[{"type":17,"components":[{"type":17,"components":[{"type":10,"content":"y"}]}]}]}""", 50035 },
            { """{"flags":32768,"components":[{"type":17,"components":[{"type":2,"style":1,"label":"a","custom_id":"a"}]}]}""", 50035 },
            { """{"flags":32768,"components":[{"type":9,"components":[{"type":10,"content":"y"}]}]}""", 50035 },
            { """{"flags":32768,"components":[{"type":14,"spacing":3},{"type":10,"content":"y"}]}""", 50035 },
            {
                $$"""{"flags":32768,"components":[{"type":10,"content":"{{new string('x', 4000)}}"},{"type":17,"components":[{"type":10,"content":"y"}]}]}""",
                50035
            },
            {
                $$"""{"flags":32768,"components":[{"type":17,"components":[{{string.Join(',', Enumerable.Repeat("""{"type":10,"content":"y"}""", 40))}}]}]}""",
                50035
            },
        };

    [Theory]
    [MemberData(nameof(BadMessages))]
    public async Task Refuses_bad_messages(string body, int code)
    {
        (int status, JsonNode? error, _) = await Client.CallAsync("POST", Messages, JsonNode.Parse(body));
        Assert.Equal((400, code), (status, error!["code"]!.GetValue<int>()));
        Assert.Empty(Discord.Record.BotMessages);
    }

    [Fact]
    public async Task Takes_a_message_at_the_limits()
    {
        JsonNode body = JsonNode.Parse(
            $$"""
            {"content":"{{new string('x', 2000)}}","embeds":[{"description":"{{new string('x', 4000)}}"},{"description":"{{new string(
                'y',
                2000
            )}}"}],
             "components":[{"type":1,"components":[{"type":2,"style":5,"label":"a","url":"https://e.org"},{"type":2,"style":1,"label":"b","custom_id":"b"}]}],
             "allowed_mentions":{"parse":[],"replied_user":false},"flags":4,"nonce":"1","enforce_nonce":true}
            """
        )!;
        Assert.Equal(200, (await Client.CallAsync("POST", Messages, body)).Status);
        Assert.Equal(200, (await Client.CallAsync("POST", Messages, body)).Status);
        FakeMessage message = Assert.Single(Discord.Record.BotMessages);
        Assert.Equal(MessageFlags.SuppressEmbeds, message.Flags);
        Assert.Equal(1, Discord.Record.Counters.NonceDuplicates);
        Clock.Advance(TimeSpan.FromMinutes(4));
        await Client.CallAsync("POST", Messages, body);
        Assert.Equal(2, Discord.Record.BotMessages.Count);
    }

    [Fact]
    public async Task Takes_components_at_the_limits_and_never_again_anything_else_in_that_message()
    {
        JsonNode card = JsonNode.Parse(
            $$"""
            {"flags":32768,"components":[{"type":17,"accent_color":16777215,"components":[{"type":10,"content":"{{new string('x', 3963)}}"},
             {{string.Join(',', Enumerable.Repeat("""{"type":10,"content":"y"}""", 37))}}]},{"type":14}]}
            """
        )!;
        string id = (await Client.CallAsync("POST", Messages, card)).Body!["id"]!.GetValue<string>();
        FakeMessage message = Assert.Single(Discord.Record.BotMessages);
        Assert.Equal(("", MessageFlags.IsComponentsV2, 38), (message.Content, message.Flags, message.VisibleText.Split('\n').Length));

        string one = $"{Messages}/{id}";
        Assert.Equal(400, (await Client.CallAsync("PATCH", one, new JsonObject { ["content"] = "x" })).Status);
        Assert.Equal(
            400,
            (
                await Client.CallAsync(
                    "PATCH",
                    one,
                    new JsonObject
                    {
                        ["content"] = "x",
                        ["flags"] = 0,
                        ["components"] = new JsonArray(),
                    }
                )
            ).Status
        );
        Assert.Equal(
            400,
            (await Client.CallAsync("PATCH", one, JsonNode.Parse("""{"flags":0,"components":[{"type":10,"content":"z"}]}"""))).Status
        );
        Assert.Equal(200, (await Client.CallAsync("PATCH", one, JsonNode.Parse("""{"components":[{"type":10,"content":"z"}]}"""))).Status);
        Assert.Equal(("z", MessageFlags.IsComponentsV2), (message.VisibleText, message.Flags));

        Clock.Advance(TimeSpan.FromSeconds(5));
        string text = (await Client.CallAsync("POST", Messages, new JsonObject { ["content"] = "x" })).Body!["id"]!.GetValue<string>();
        Assert.Equal(
            400,
            (
                await Client.CallAsync(
                    "PATCH",
                    $"{Messages}/{text}",
                    JsonNode.Parse("""{"flags":32768,"components":[{"type":10,"content":"z"}]}""")
                )
            ).Status
        );
        Assert.Equal(
            200,
            (
                await Client.CallAsync(
                    "PATCH",
                    $"{Messages}/{text}",
                    JsonNode.Parse("""{"content":null,"flags":32768,"components":[{"type":10,"content":"z"}]}""")
                )
            ).Status
        );
    }

    [Fact]
    public async Task Says_who_would_have_been_pinged()
    {
        string content = $"{Ada.Mention} @everyone";
        FakeMessage question = Discord.World.Send(Ada, Channel, "hello");
        await Client.CallAsync("POST", Messages, new JsonObject { ["content"] = content, ["message_reference"] = Reference(question.Id) });
        await Client.CallAsync(
            "POST",
            Messages,
            new JsonObject
            {
                ["content"] = content,
                ["message_reference"] = Reference(question.Id),
                ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray(), ["replied_user"] = false },
            }
        );
        Assert.Equal([$"user:{Ada.Id}"], Discord.Record.BotMessages[0].Pings);
        Assert.Empty(Discord.Record.BotMessages[1].Pings);
        await Client.CallAsync(
            "POST",
            Messages,
            new JsonObject { ["flags"] = 32768, ["components"] = new JsonArray(new JsonObject { ["type"] = 10, ["content"] = content }) }
        );
        Assert.Equal([$"user:{Ada.Id}"], Discord.Record.BotMessages[2].Pings);
    }

    [Fact]
    public async Task Posts_a_reply_to_a_deleted_question_only_when_told_to()
    {
        FakeMessage question = Discord.World.Mention(Ada, Channel, "hello");
        Discord.World.Delete(question);
        JsonObject reference = Reference(question.Id);
        Assert.Equal(
            400,
            (await Client.CallAsync("POST", Messages, new JsonObject { ["content"] = "x", ["message_reference"] = reference })).Status
        );
        JsonObject lenient = Reference(question.Id);
        lenient["fail_if_not_exists"] = false;
        (int status, JsonNode? body, _) = await Client.CallAsync(
            "POST",
            Messages,
            new JsonObject { ["content"] = "x", ["message_reference"] = lenient }
        );
        Assert.Equal((200, 0), (status, body!["type"]!.GetValue<int>()));
        Assert.Single(Discord.Record.AnswersTo(question));
    }
}
