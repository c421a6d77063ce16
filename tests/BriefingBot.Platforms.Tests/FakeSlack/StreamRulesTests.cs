using System.Text.Json.Nodes;
using BriefingBot.TestServers;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.FakeSlackTests;

/// <summary>Streamed messages: what they need, how they grow, and how they end.</summary>
public sealed class StreamRulesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stream_in_a_channel_needs_a_thread_and_its_reader()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(cancellationToken: Cancel);
        FakeUser ada = slack.World.AddUser("ada");
        FakeMessage question = slack.World.Mention(ada, slack.World.AddChannel("general"), "what is new?");
        using RawClient client = new(slack);
        JsonObject start = new() { ["channel"] = question.Channel.Id };
        Assert.Equal("[ERROR] missing required field: thread_ts", (await client.CallAsync("chat.startStream", start)).Message());
        start["thread_ts"] = question.Ts;
        Assert.Equal("missing_recipient_user_id", (await client.CallAsync("chat.startStream", start)).Error());
        start["recipient_user_id"] = ada.Id;
        Assert.Equal("missing_recipient_team_id", (await client.CallAsync("chat.startStream", start)).Error());
        start["recipient_team_id"] = slack.TeamId;
        Assert.Equal("ok", (await client.CallAsync("chat.startStream", start)).Error());

        FakeMessage direct = slack.World.SendDirectMessage(ada, "and here?");
        JsonObject inDirect = new() { ["channel"] = direct.Channel.Id, ["thread_ts"] = direct.Ts };
        Assert.Equal("ok", (await client.CallAsync("chat.startStream", inDirect)).Error());
        Assert.Equal(2, slack.Record.Counters.Streams);
    }

    [Fact]
    public async Task A_stream_grows_by_texts_and_chunks_until_it_is_stopped()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(cancellationToken: Cancel);
        (FakeMessage question, RawClient client, JsonObject stream) = await StartAsync(slack);
        using (client)
        {
            JsonArray chunks =
            [
                new JsonObject { ["type"] = "markdown_text", ["text"] = "two " },
                new JsonObject
                {
                    ["type"] = "task_update",
                    ["id"] = "t",
                    ["title"] = "Reading",
                    ["status"] = "complete",
                },
            ];
            Assert.Equal("ok", (await AppendAsync(client, stream, ("chunks", chunks))).Error());
            Assert.Equal(
                "invalid_chunks",
                (await AppendAsync(client, stream, ("chunks", new JsonArray(new JsonObject { ["type"] = "song" })))).Error()
            );
            Assert.Equal("no_text", (await AppendAsync(client, stream, ("markdown_text", ""))).Error());
            Assert.Equal("msg_too_long", (await AppendAsync(client, stream, ("markdown_text", new string('x', 12_001)))).Error());
            Assert.Equal("streaming_state_conflict", (await client.CallAsync("chat.update", With(stream, ("text", "no")))).Error());
            Task<FakeMessage> finished = slack.Record.WaitForAnswerAsync(question, cancellationToken: Cancel);
            Assert.False(finished.IsCompleted);

            JsonArray blocks =
            [
                new JsonObject
                {
                    ["type"] = "section",
                    ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = "Sources" },
                },
            ];
            JsonObject metadata = new() { ["event_type"] = "answer", ["event_payload"] = new JsonObject() };
            JsonObject last = With(stream, ("markdown_text", "three"), ("blocks", blocks), ("metadata", metadata));
            Assert.Equal("ok", (await client.CallAsync("chat.stopStream", last)).Error());
            FakeMessage answer = await finished;
            Assert.Equal("one two three\nSources", answer.VisibleText);
            Assert.Equal("answer", answer.Metadata!["event_type"]!.GetValue<string>());
            Assert.Equal("Reading", Assert.Single(answer.StreamChunks)["title"]!.GetValue<string>());
            Assert.Equal("message_not_in_streaming_state", (await AppendAsync(client, stream, ("markdown_text", "four"))).Error());
            Assert.Equal("message_not_in_streaming_state", (await client.CallAsync("chat.stopStream", With(stream))).Error());
            Assert.Equal("ok", (await client.CallAsync("chat.update", With(stream, ("text", "changed")))).Error());
        }
    }

    [Fact]
    public async Task A_stream_ends_by_itself_after_its_time()
    {
        ManualClock clock = new(DateTimeOffset.UnixEpoch.AddYears(55));
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(
            new FakeSlackOptions { Clock = clock, TimeScale = 0.1 },
            Cancel
        );
        (FakeMessage question, RawClient client, JsonObject stream) = await StartAsync(slack);
        using (client)
        {
            clock.Advance(TimeSpan.FromSeconds(30));
            Assert.Equal("ok", (await AppendAsync(client, stream, ("markdown_text", "two"))).Error());
            clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal("message_not_in_streaming_state", (await AppendAsync(client, stream, ("markdown_text", "three"))).Error());
            Assert.Equal(StreamState.Expired, Assert.Single(slack.Record.AnswersTo(question)).Stream);
        }
    }

    [Fact]
    public async Task A_person_can_stop_a_stream()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(cancellationToken: Cancel);
        (FakeMessage question, RawClient client, JsonObject stream) = await StartAsync(slack);
        using (client)
        {
            slack.World.StopSession(question.Author, question);
            JsonNode told = slack.Record.Deliveries[^1].Payload["event"]!;
            Assert.Equal("agent_session_stopped", told["type"]!.GetValue<string>());
            Assert.Equal(stream.Ts(), Assert.Single(told["streaming_message_ts"]!.AsArray())!.GetValue<string>());
            Assert.Equal("stopped_by_user", (await AppendAsync(client, stream, ("markdown_text", "more"))).Error());
        }
    }

    [Fact]
    public async Task A_status_shows_until_the_bot_posts_or_its_time_is_over_and_prompts_are_checked()
    {
        ManualClock clock = new(DateTimeOffset.UnixEpoch.AddYears(55));
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(new FakeSlackOptions { Clock = clock }, Cancel);
        FakeMessage question = slack.World.SendDirectMessage(slack.World.AddUser("ada"), "what is new?");
        using RawClient client = new(slack);
        JsonObject status = new()
        {
            ["channel_id"] = question.Channel.Id,
            ["thread_ts"] = question.Ts,
            ["status"] = "is reading",
        };
        Assert.Equal("ok", (await client.CallAsync("assistant.threads.setStatus", status)).Error());
        Assert.Equal("is reading", slack.World.StatusOf(question)?.Status);
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(slack.World.StatusOf(question));
        await client.CallAsync("assistant.threads.setStatus", status);
        await client.CallAsync(
            "chat.postMessage",
            new JsonObject
            {
                ["channel"] = question.Channel.Id,
                ["thread_ts"] = question.Ts,
                ["text"] = "Done",
            }
        );
        Assert.Null(slack.World.StatusOf(question));

        JsonObject prompts = new() { ["channel_id"] = question.Channel.Id, ["prompts"] = new JsonArray() };
        Assert.Equal("invalid_arguments", (await client.CallAsync("assistant.threads.setSuggestedPrompts", prompts)).Error());
        prompts["prompts"] = new JsonArray(new JsonObject { ["title"] = "News", ["message"] = "What is new?" });
        Assert.Equal("ok", (await client.CallAsync("assistant.threads.setSuggestedPrompts", prompts)).Error());
        Assert.True(Assert.Single(slack.Record.Prompts).IsShown);
        Assert.Empty(slack.Record.Violations);
        prompts["thread_ts"] = question.Ts;
        Assert.Equal("ok", (await client.CallAsync("assistant.threads.setSuggestedPrompts", prompts)).Error());
        Assert.False(slack.Record.Prompts[^1].IsShown);
        Assert.Single(slack.Record.Violations);
    }

    private static async Task<(FakeMessage Question, RawClient Client, JsonObject Stream)> StartAsync(FakeSlackServer slack)
    {
        FakeUser ada = slack.World.AddUser("ada");
        FakeMessage question = slack.World.SendDirectMessage(ada, "what is new?");
        RawClient client = new(slack);
        JsonObject started = await client.CallAsync(
            "chat.startStream",
            new JsonObject
            {
                ["channel"] = question.Channel.Id,
                ["thread_ts"] = question.Ts,
                ["markdown_text"] = "one ",
            }
        );
        return (question, client, new JsonObject { ["channel"] = question.Channel.Id, ["ts"] = started.Ts() });
    }

    private static Task<JsonObject> AppendAsync(RawClient client, JsonObject stream, (string, JsonNode) content) =>
        client.CallAsync("chat.appendStream", With(stream, content));

    private static JsonObject With(JsonObject stream, params (string Name, JsonNode Value)[] fields)
    {
        JsonObject json = (JsonObject)stream.DeepClone();
        foreach ((string name, JsonNode value) in fields)
        {
            json[name] = value;
        }

        return json;
    }
}
