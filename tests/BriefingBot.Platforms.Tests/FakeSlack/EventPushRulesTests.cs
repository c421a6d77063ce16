using System.Net;
using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Delivery;
using BriefingBot.TestServers.Slack.Interactions;
using BriefingBot.TestServers.Slack.Model;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace BriefingBot.Platforms.Tests.FakeSlackTests;

/// <summary>Signed HTTP as documented: signatures, challenges, retries, forms.</summary>
public sealed class EventPushRulesTests
{
    private static readonly FakeSlackOptions Quick = new()
    {
        RetryDelays = [TimeSpan.Zero, TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(100)],
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void The_published_signature_comes_out()
    {
        const string Body =
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar"
            + "&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J"
            + "%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        Assert.Equal(
            "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
            RequestSigner.Sign("8f742231b10e8888abcd99yyyzzz85a5", "1531420618", Body)
        );
    }

    [Fact]
    public async Task Everything_is_signed_and_each_kind_has_its_form_and_its_path()
    {
        await using BotEndpoint bot = await BotEndpoint.StartAsync(static (_, _) => Task.CompletedTask, Cancel);
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(Quick, Cancel);
        (FakeUser ada, FakeChannel channel) = Room(slack, bot);
        slack.World.Post(ada, channel, "hello");
        slack.Interactions.Command(ada, channel, "/briefing", "ask what & why?");
        slack.World.OpenHome(ada);
        slack.Interactions.GlobalShortcut(ada, "ask");
        await slack.Record.WaitForDeliveriesAsync(cancellationToken: Cancel);
        Assert.Equal(4, slack.Record.Counters.Acks);

        foreach ((_, IHeaderDictionary headers, string body) in bot.Requests)
        {
            Assert.Equal(
                RequestSigner.Sign(slack.SigningSecret, headers["X-Slack-Request-Timestamp"]!, body),
                headers["X-Slack-Signature"]
            );
        }

        (string Path, IHeaderDictionary Headers, string Body)[] posted = [.. bot.Requests];
        Dictionary<string, StringValues> command = QueryHelpers.ParseQuery(
            posted.Single(static request => request.Path == "/slack/commands").Body
        );
        Assert.Equal("ask what &amp; why?", command["text"]);
        Assert.Equal(("false", "general"), (command["is_enterprise_install"].ToString(), command["channel_name"].ToString()));
        Dictionary<string, StringValues> shortcut = QueryHelpers.ParseQuery(
            posted.Single(static request => request.Path == "/slack/interactivity").Body
        );
        Assert.Equal("shortcut", JsonNode.Parse(shortcut["payload"]!)!["type"]!.GetValue<string>());
        Assert.Equal(2, posted.Count(static request => request.Path == "/slack/events"));
        Assert.All(posted, static request => Assert.False(request.Headers.ContainsKey("X-Slack-Retry-Num")));
    }

    [Theory]
    [InlineData("text", true)]
    [InlineData("json", true)]
    [InlineData("nothing", false)]
    public async Task The_challenge_has_to_come_back(string kind, bool isVerified)
    {
        await using BotEndpoint bot = await BotEndpoint.StartAsync(
            async (context, body) =>
            {
                string challenge = JsonNode.Parse(body)!["challenge"]!.GetValue<string>();
                await context.Response.WriteAsync(
                    kind switch
                    {
                        "text" => challenge,
                        "json" => $$"""{"challenge":"{{challenge}}"}""",
                        _ => "",
                    },
                    Cancel
                );
            },
            Cancel
        );
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(cancellationToken: Cancel);
        slack.Push.UseHttp(bot.Address);
        Assert.Equal(isVerified, await slack.Push.VerifyAddressAsync(Cancel));
    }

    [Fact]
    public async Task An_event_that_fails_is_retried_with_its_number_and_reason_and_its_event_id()
    {
        await using BotEndpoint bot = await BotEndpoint.StartAsync(
            static (context, _) =>
            {
                context.Response.StatusCode = context.Request.Headers["X-Slack-Retry-Num"] == "3" ? 200 : 503;
                return Task.CompletedTask;
            },
            Cancel
        );
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(Quick, Cancel);
        (FakeUser ada, FakeChannel channel) = Room(slack, bot);
        slack.World.Post(ada, channel, "hello");
        await slack.Record.WaitForDeliveriesAsync(cancellationToken: Cancel);
        FakeDelivery delivery = Assert.Single(slack.Record.Deliveries);
        Assert.Equal(DeliveryState.Acknowledged, delivery.State);
        Assert.Equal([503, 503, 503, 200], delivery.Attempts.Select(static attempt => attempt.HttpStatus));
        Assert.Equal(["", "1", "2", "3"], bot.Requests.Select(static request => request.Headers["X-Slack-Retry-Num"].ToString()));
        Assert.Equal(
            ["", "http_error", "http_error", "http_error"],
            bot.Requests.Select(static request => request.Headers["X-Slack-Retry-Reason"].ToString())
        );
        Assert.All(bot.Requests, request => Assert.Equal(delivery.EventId, JsonNode.Parse(request.Body)!["event_id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_bot_can_refuse_retries_and_one_that_is_gone_gets_them()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(Quick, Cancel);
        FakeUser ada = slack.World.AddUser("ada");
        FakeChannel channel = slack.World.AddChannel("general");
        await using (
            BotEndpoint refusing = await BotEndpoint.StartAsync(
                static (context, _) =>
                {
                    context.Response.StatusCode = 500;
                    context.Response.Headers["X-Slack-No-Retry"] = "1";
                    return Task.CompletedTask;
                },
                Cancel
            )
        )
        {
            slack.Push.UseHttp(refusing.Address);
            slack.World.Post(ada, channel, "refused");
            await slack.Record.WaitForDeliveriesAsync(cancellationToken: Cancel);
            Assert.Single(slack.Record.Deliveries[0].Attempts);
        }

        slack.World.Post(ada, channel, "gone");
        await slack.Record.WaitForDeliveriesAsync(cancellationToken: Cancel);
        Assert.Equal(
            ["", "connection_failed", "connection_failed", "connection_failed"],
            slack.Record.Deliveries[1].Attempts.Select(static attempt => attempt.Reason)
        );
    }

    [Fact]
    public async Task A_bot_that_hangs_gets_its_events_again_and_its_commands_once()
    {
        using SemaphoreSlim gone = new(0);
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(
            Quick with
            {
                AckDeadline = TimeSpan.FromMilliseconds(200),
            },
            Cancel
        );
        FakeUser ada = slack.World.AddUser("ada");
        FakeChannel channel = slack.World.AddChannel("general");
        await using BotEndpoint hanging = await BotEndpoint.StartAsync((context, _) => gone.WaitAsync(context.RequestAborted), Cancel);
        slack.Push.UseHttp(hanging.Address);
        slack.World.Post(ada, channel, "hangs");
        FakeInteraction command = slack.Interactions.Command(ada, channel, "/briefing");
        await slack.Record.WaitForDeliveriesAsync(cancellationToken: Cancel);
        Assert.All(slack.Record.Deliveries[0].Attempts, static attempt => Assert.Equal("http_timeout", attempt.Failure));
        Assert.Equal(4, slack.Record.Deliveries[0].Attempts.Length);
        Assert.Equal(DeliveryState.Failed, command.Delivery.State);
        Assert.Single(command.Delivery.Attempts);
    }

    [Fact]
    public async Task An_answer_to_a_command_may_be_text_or_a_message()
    {
        await using BotEndpoint bot = await BotEndpoint.StartAsync(
            static async (context, body) =>
            {
                context.Response.ContentType = "application/json";
                bool isHelp = body.Contains("text=help", StringComparison.Ordinal);
                await context.Response.WriteAsync(isHelp ? "Ask me" : """{"response_type":"in_channel","text":"To all"}""", Cancel);
            },
            Cancel
        );
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(Quick, Cancel);
        (FakeUser ada, FakeChannel channel) = Room(slack, bot);
        FakeMessage help = await slack.Record.WaitForAnswerAsync(
            slack.Interactions.Command(ada, channel, "/briefing", "help"),
            cancellationToken: Cancel
        );
        Assert.Equal(("Ask me", ada), (help.Text, help.EphemeralTo));
        FakeMessage all = await slack.Record.WaitForAnswerAsync(
            slack.Interactions.Command(ada, channel, "/briefing", "all"),
            cancellationToken: Cancel
        );
        Assert.Equal(("To all", null), (all.Text, all.EphemeralTo));
        Assert.Equal(all, channel.Messages[^1]);
    }

    [Fact]
    public async Task A_test_can_send_forged_and_stale_requests()
    {
        await using BotEndpoint bot = await BotEndpoint.StartAsync(static (_, _) => Task.CompletedTask, Cancel);
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(Quick, Cancel);
        slack.Push.UseHttp(bot.Address);
        DateTimeOffset old = DateTimeOffset.UnixEpoch.AddYears(50);
        using HttpResponseMessage stale = await slack.Push.SendAsync(
            "/slack/events",
            "{}",
            "application/json",
            at: old,
            cancellationToken: Cancel
        );
        using HttpResponseMessage forged = await slack.Push.SendAsync(
            "/slack/events",
            "{}",
            "application/json",
            signature: "v0=00",
            cancellationToken: Cancel
        );
        using HttpResponseMessage bare = await slack.Push.SendAsync(
            "/slack/events",
            "{}",
            "application/json",
            signature: "",
            cancellationToken: Cancel
        );
        Assert.Equal(HttpStatusCode.OK, await slack.Push.CheckSslAsync(Cancel));
        (string Path, IHeaderDictionary Headers, string Body)[] requests = [.. bot.Requests];
        Assert.Equal(old.ToUnixTimeSeconds().ToString(), requests[0].Headers["X-Slack-Request-Timestamp"]);
        Assert.Equal("v0=00", requests[1].Headers["X-Slack-Signature"]);
        Assert.False(requests[2].Headers.ContainsKey("X-Slack-Signature"));
        Assert.False(requests[3].Headers.ContainsKey("X-Slack-Signature"));
        Assert.Contains("ssl_check=1", requests[3].Body, StringComparison.Ordinal);
    }

    private static (FakeUser Ada, FakeChannel Channel) Room(FakeSlackServer slack, BotEndpoint bot)
    {
        slack.Push.UseHttp(bot.Address);
        return (slack.World.AddUser("ada"), slack.World.AddChannel("general"));
    }
}
