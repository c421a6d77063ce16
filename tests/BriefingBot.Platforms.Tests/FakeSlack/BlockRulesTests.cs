using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Model;
using BriefingBot.TestServers.Slack.WebApi;

namespace BriefingBot.Platforms.Tests.FakeSlackTests;

/// <summary>The limits of blocks, each at its border.</summary>
public sealed class BlockRulesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Blocks_are_taken_up_to_their_limits_and_not_beyond()
    {
        FakeSlackOptions options = new() { RateLimits = new RateLimitOptions { Enabled = false } };
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(options, Cancel);
        FakeChannel channel = slack.World.AddChannel("general");
        using RawClient client = new(slack);
        (string Name, string Error, JsonArray Blocks)[] cases =
        [
            ("50 blocks", "ok", Repeat(50, static _ => Divider())),
            ("51 blocks", "invalid_blocks", Repeat(51, static _ => Divider())),
            ("section 3000", "ok", [Section(3000)]),
            ("section 3001", "invalid_blocks", [Section(3001)]),
            ("section without text", "invalid_blocks", [new JsonObject { ["type"] = "section" }]),
            ("header 150", "ok", [Header(150)]),
            ("header 151", "invalid_blocks", [Header(151)]),
            ("header in mrkdwn", "invalid_blocks", [new JsonObject { ["type"] = "header", ["text"] = Mrkdwn(5) }]),
            ("context 10", "ok", [Elements("context", 10, static _ => Mrkdwn(5))]),
            ("context 11", "invalid_blocks", [Elements("context", 11, static _ => Mrkdwn(5))]),
            ("actions 25", "ok", [Elements("actions", 25, static number => Button(75, number))]),
            ("actions 26", "invalid_blocks", [Elements("actions", 26, static number => Button(75, number))]),
            ("button 76", "invalid_blocks", [Elements("actions", 1, static number => Button(76, number))]),
            ("the same action twice", "invalid_blocks", [Elements("actions", 2, static _ => Button(5, 1))]),
            ("context_actions 6", "invalid_blocks", [Elements("context_actions", 6, static number => Feedback($"f{number}"))]),
            ("feedback", "ok", [Elements("context_actions", 1, static _ => Feedback("f"))]),
            ("feedback without value", "invalid_blocks", [Elements("context_actions", 1, static _ => Feedback("f", value: null))]),
            ("feedback in actions", "invalid_blocks", [Elements("actions", 1, static _ => Feedback("f"))]),
            ("the same block_id twice", "invalid_blocks", Repeat(2, static _ => Divider("d"))),
            ("block_id 255", "ok", [Divider(new string('d', 255))]),
            ("block_id 256", "invalid_blocks", [Divider(new string('d', 256))]),
            ("an unknown field", "invalid_blocks", [new JsonObject { ["type"] = "divider", ["colour"] = "red" }]),
            ("an unknown block", "invalid_blocks", [new JsonObject { ["type"] = "footer" }]),
            ("markdown 12000", "ok", [Markdown(12_000)]),
            ("markdown 12001", "invalid_blocks", [Markdown(12_001)]),
            ("markdown 12001 in two", "msg_blocks_too_long", [Markdown(6000), Markdown(6001)]),
            ("13200 characters", "ok", [Markdown(12_000), Section(1200)]),
            ("13201 characters", "msg_blocks_too_long", [Markdown(12_000), Section(1201)]),
            ("two tables", "only_one_table_allowed", Repeat(2, static _ => Table())),
        ];
        foreach ((string name, string error, JsonArray blocks) in cases)
        {
            JsonObject answer = await client.CallAsync(
                "chat.postMessage",
                new JsonObject
                {
                    ["channel"] = channel.Id,
                    ["text"] = "fallback",
                    ["blocks"] = blocks,
                }
            );
            Assert.True(error == answer.Error(), $"{name}: {answer.ToJsonString()}");
        }
    }

    [Fact]
    public async Task Views_keep_their_own_rules_and_hashes()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(cancellationToken: Cancel);
        FakeUser ada = slack.World.AddUser("ada");
        using RawClient client = new(slack);
        Assert.Equal("ok", (await PublishAsync(Repeat(100, static _ => Divider()))).Error());
        Assert.Equal("invalid_arguments", (await PublishAsync(Repeat(101, static _ => Divider()))).Error());
        JsonObject refused = await PublishAsync([Markdown(5)]);
        Assert.Equal("[ERROR] unsupported type: markdown [json-pointer:/view/blocks/0/type]", refused.Message());
        PublishedView home = await slack.Record.WaitForHomeAsync(ada, cancellationToken: Cancel);
        Assert.Equal("hash_conflict", (await PublishAsync([Divider()], "old")).Error());
        Assert.Equal("ok", (await PublishAsync([Divider()], home.Hash)).Error());

        Task<JsonObject> PublishAsync(JsonArray blocks, string? hash = null) =>
            client.CallAsync(
                "views.publish",
                new JsonObject
                {
                    ["user_id"] = ada.Id,
                    ["hash"] = hash,
                    ["view"] = new JsonObject { ["type"] = "home", ["blocks"] = blocks },
                }
            );
    }

    private static JsonArray Repeat(int count, Func<int, JsonObject> make) => new([.. Enumerable.Range(0, count).Select(make)]);

    private static JsonObject Elements(string type, int count, Func<int, JsonObject> make) =>
        new() { ["type"] = type, ["elements"] = Repeat(count, make) };

    private static JsonObject Divider(string? id = null) =>
        id is null ? new JsonObject { ["type"] = "divider" } : new JsonObject { ["type"] = "divider", ["block_id"] = id };

    private static JsonObject Markdown(int length) => new() { ["type"] = "markdown", ["text"] = new string('m', length) };

    private static JsonObject Section(int length) => new() { ["type"] = "section", ["text"] = Mrkdwn(length) };

    private static JsonObject Header(int length) => new() { ["type"] = "header", ["text"] = Plain(length) };

    private static JsonObject Mrkdwn(int length) =>
        new()
        {
            ["type"] = "mrkdwn",
            ["text"] = new string('x', length),
            ["verbatim"] = true,
        };

    private static JsonObject Plain(int length) => new() { ["type"] = "plain_text", ["text"] = new string('x', length) };

    private static JsonObject Button(int length, int number) =>
        new()
        {
            ["type"] = "button",
            ["action_id"] = $"b{number}",
            ["text"] = Plain(length),
            ["value"] = "v",
        };

    private static JsonObject Feedback(string action, string? value = "up")
    {
        JsonObject positive = new() { ["text"] = Plain(5) };
        if (value is not null)
        {
            positive["value"] = value;
        }

        return new JsonObject
        {
            ["type"] = "feedback_buttons",
            ["action_id"] = action,
            ["positive_button"] = positive,
            ["negative_button"] = new JsonObject { ["text"] = Plain(5), ["value"] = "down" },
        };
    }

    private static JsonObject Table() =>
        new() { ["type"] = "table", ["rows"] = new JsonArray(new JsonArray(new JsonObject { ["type"] = "raw_text", ["text"] = "cell" })) };
}
