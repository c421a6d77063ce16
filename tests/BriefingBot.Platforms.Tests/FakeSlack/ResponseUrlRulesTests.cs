using System.Net;
using System.Text.Json.Nodes;
using BriefingBot.TestServers;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Interactions;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.FakeSlackTests;

/// <summary>response_url: how often, how long, and what it replaces.</summary>
public sealed class ResponseUrlRulesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_response_url_can_be_used_five_times()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(cancellationToken: Cancel);
        using RawClient client = new(slack);
        FakeInteraction command = Ask(slack);
        JsonObject refused = new() { ["blocks"] = new JsonArray(new JsonObject()) };
        Assert.Contains("invalid_blocks", (await client.RespondAsync(command.ResponseUrl!, refused)).Text, StringComparison.Ordinal);
        for (int number = 1; number <= 5; number++)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.RespondAsync(command.ResponseUrl!, Text($"answer {number}"))).Status);
        }

        Assert.Equal((HttpStatusCode.NotFound, "used_url"), await client.RespondAsync(command.ResponseUrl!, Text("one more")));
        Assert.Equal(5, slack.Record.AnswersTo(command).Count);
        Assert.Equal(5, command.ResponseUrlUses);
    }

    [Fact]
    public async Task A_response_url_is_good_for_half_an_hour()
    {
        ManualClock clock = new(DateTimeOffset.UnixEpoch.AddYears(55));
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(new FakeSlackOptions { Clock = clock }, Cancel);
        using RawClient client = new(slack);
        FakeInteraction command = Ask(slack);
        clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.OK, (await client.RespondAsync(command.ResponseUrl!, Text("in time"))).Status);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((HttpStatusCode.NotFound, "expired_url"), await client.RespondAsync(command.ResponseUrl!, Text("too late")));
        Assert.Equal("expired_url", (await client.RespondAsync(new Uri(command.ResponseUrl!, "other"), Text("nowhere"))).Text);
    }

    [Fact]
    public async Task A_command_has_no_original_to_replace_and_a_click_has()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(cancellationToken: Cancel);
        using RawClient client = new(slack);
        FakeInteraction command = Ask(slack);
        JsonArray blocks =
        [
            new JsonObject
            {
                ["type"] = "actions",
                ["elements"] = new JsonArray(
                    new JsonObject
                    {
                        ["type"] = "button",
                        ["action_id"] = "share",
                        ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = "Share" },
                    }
                ),
            },
        ];
        await client.RespondAsync(command.ResponseUrl!, new JsonObject { ["text"] = "one", ["blocks"] = blocks });
        await client.RespondAsync(command.ResponseUrl!, new JsonObject { ["text"] = "two", ["replace_original"] = true });
        Assert.Equal(["one", "two"], slack.Record.AnswersTo(command).Select(static message => message.Text));

        FakeMessage first = slack.Record.AnswersTo(command)[0];
        FakeInteraction click = slack.Interactions.Click(command.User, first, "share");
        JsonObject payload = click.Delivery.Payload;
        Assert.True(payload["container"]!["is_ephemeral"]!.GetValue<bool>());
        Assert.False(payload.ContainsKey("message"));
        await client.RespondAsync(click.ResponseUrl!, new JsonObject { ["text"] = "three", ["replace_original"] = true });
        Assert.Equal("three", first.Text);
        Assert.Empty(slack.Record.AnswersTo(click));
        await client.RespondAsync(click.ResponseUrl!, new JsonObject { ["delete_original"] = true });
        Assert.True(first.IsDeleted);
        await client.RespondAsync(click.ResponseUrl!, new JsonObject { ["text"] = "for all", ["response_type"] = "in_channel" });
        Assert.Equal("for all", Assert.Single(command.Channel!.Messages).Text);
        await client.RespondAsync(click.ResponseUrl!, Text("only for ada"));
        Assert.Equal(
            "only for ada",
            (
                await slack.Record.WaitForEphemeralAsync(command.User, message => message.Interaction == click, cancellationToken: Cancel)
            ).Text
        );
    }

    private static FakeInteraction Ask(FakeSlackServer slack) =>
        slack.Interactions.Command(slack.World.AddUser("ada"), slack.World.AddChannel("general"), "/briefing", "help");

    private static JsonObject Text(string text) => new() { ["text"] = text };
}
