using System.Net;
using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Faults;
using BriefingBot.TestServers.Slack.Model;
using BriefingBot.TestServers.Slack.WebApi;

namespace BriefingBot.Platforms.Tests.FakeSlackTests;

/// <summary>The Web API as documented: tokens, scopes, texts, threads, rate limits.</summary>
public sealed class WebApiRulesTests
{
    private static readonly FakeSlackOptions Unlimited = new() { RateLimits = new RateLimitOptions { Enabled = false } };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tokens_methods_and_scopes_are_checked_with_status_200()
    {
        FakeSlackOptions options = new() { Scopes = ["chat:write"] };
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(options, Cancel);
        FakeUser ada = slack.World.AddUser("ada");
        using RawClient client = new(slack);
        (HttpStatusCode status, JsonObject? body, _) = await client.SendAsync("auth.test", [], token: "");
        Assert.Equal((HttpStatusCode.OK, "not_authed"), (status, body.Error()));
        Assert.Equal("invalid_auth", (await client.SendAsync("auth.test", [], "xoxb-other")).Body.Error());
        Assert.Equal("not_allowed_token_type", (await client.SendAsync("auth.test", [], slack.AppToken)).Body.Error());
        Assert.Equal("unknown_method", (await client.CallAsync("chat.unheardOf", [])).Error());
        Assert.Equal("ok", (await client.FormAsync("auth.test", ("token", slack.BotToken))).Error());

        JsonObject refused = await client.GetAsync("users.info", $"user={ada.Id}");
        Assert.Equal("missing_scope", refused.Error());
        Assert.Equal(("users:read", "chat:write"), (refused["needed"]!.GetValue<string>(), refused["provided"]!.GetValue<string>()));

        slack.World.RevokeTokens();
        Assert.Equal("token_revoked", (await client.CallAsync("auth.test", [])).Error());
        slack.World.Uninstall();
        Assert.Equal("account_inactive", (await client.CallAsync("auth.test", [])).Error());
    }

    [Fact]
    public async Task Reading_methods_take_forms_and_queries_and_no_json()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(cancellationToken: Cancel);
        FakeUser olga = slack.World.AddUser("olga", UserRole.Owner);
        using RawClient client = new(slack);
        JsonObject byQuery = await client.GetAsync("users.info", $"user={olga.Id}");
        Assert.True(byQuery["user"]!["is_admin"]!.GetValue<bool>());
        Assert.True(byQuery["user"]!["is_owner"]!.GetValue<bool>());
        Assert.False(byQuery["user"]!["is_primary_owner"]!.GetValue<bool>());
        Assert.Equal("ok", (await client.FormAsync("users.info", ("user", olga.Id))).Error());
        JsonObject byJson = await client.CallAsync("users.info", new JsonObject { ["user"] = olga.Id });
        Assert.Equal(("invalid_arguments", "[ERROR] missing required field: user"), (byJson.Error(), byJson.Message()));
        Assert.Equal("user_not_found", (await client.GetAsync("users.info", "user=U0NOBODY")).Error());

        (_, JsonObject? warned, _) = await client.SendAsync("api.test", new JsonObject { ["a"] = 1 }, withCharset: false);
        Assert.Equal("missing_charset", warned!["warning"]!.GetValue<string>());
    }

    [Fact]
    public async Task Places_where_the_bot_may_not_write_are_refused()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(Unlimited, Cancel);
        FakeUser ada = slack.World.AddUser("ada");
        FakeChannel open = slack.World.AddChannel("open", withBot: false);
        FakeChannel hidden = slack.World.AddChannel("hidden", ChannelType.Private, withBot: false);
        FakeChannel old = slack.World.AddChannel("old");
        FakeChannel room = slack.World.AddChannel("room");
        slack.World.Archive(old);
        using RawClient client = new(slack);
        Assert.Equal("not_in_channel", (await PostAsync(client, open.Id)).Error());
        Assert.Equal("channel_not_found", (await PostAsync(client, hidden.Id)).Error());
        Assert.Equal("is_archived", (await PostAsync(client, old.Id)).Error());
        Assert.Equal("ok", (await PostAsync(client, ada.Id)).Error());
        Assert.Equal("In a DM", Assert.Single(slack.World.DirectMessageWith(ada).Messages).Text);

        slack.World.Leave(ada, room);
        JsonObject ephemeral = new()
        {
            ["channel"] = room.Id,
            ["user"] = ada.Id,
            ["text"] = "psst",
        };
        Assert.Equal("user_not_in_channel", (await client.CallAsync("chat.postEphemeral", ephemeral)).Error());
        slack.World.Join(ada, room);
        Assert.Equal("ok", (await client.CallAsync("chat.postEphemeral", ephemeral)).Error());
        Assert.Equal("psst", (await slack.Record.WaitForEphemeralAsync(ada, cancellationToken: Cancel)).Text);
        Assert.Empty(room.Messages);
        Assert.Equal("missing_scope", (await client.CallAsync("conversations.join", new JsonObject { ["channel"] = open.Id })).Error());

        static Task<JsonObject> PostAsync(RawClient client, string channel) =>
            client.CallAsync("chat.postMessage", new JsonObject { ["channel"] = channel, ["text"] = "In a DM" });
    }

    [Fact]
    public async Task Threads_have_to_exist_and_metadata_is_kept()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(Unlimited, Cancel);
        FakeUser ada = slack.World.AddUser("ada");
        FakeChannel channel = slack.World.AddChannel("general");
        FakeMessage root = slack.World.Post(ada, channel, "root");
        using RawClient client = new(slack);
        Assert.Equal("invalid_thread_ts", (await client.CallAsync("chat.postMessage", Reply("12"))).Error());
        Assert.Equal("thread_not_found", (await client.CallAsync("chat.postMessage", Reply("1700000000.000100"))).Error());
        JsonObject withMetadata = Reply(root.Ts);
        withMetadata["metadata"] = new JsonObject { ["event_type"] = "answer" };
        Assert.Equal("invalid_metadata_schema", (await client.CallAsync("chat.postMessage", withMetadata)).Error());
        withMetadata["metadata"]!["event_payload"] = new JsonObject { ["id"] = "A1" };
        JsonObject posted = await client.CallAsync("chat.postMessage", withMetadata);
        Assert.Empty(slack.Record.Violations);

        JsonObject nested = await client.CallAsync("chat.postMessage", Reply(posted.Ts()));
        Assert.Equal(root.Ts, channel.Find(nested.Ts())!.ThreadTs);
        Assert.Single(slack.Record.Violations);

        JsonObject plain = await client.GetAsync("conversations.replies", $"channel={channel.Id}&ts={root.Ts}");
        Assert.Equal(
            ["root", "reply", "reply"],
            plain["messages"]!.AsArray().Select(static message => message!["text"]!.GetValue<string>())
        );
        Assert.Equal(2, plain["messages"]![0]!["reply_count"]!.GetValue<int>());
        Assert.Null(plain["messages"]![1]!["metadata"]);
        JsonObject full = await client.GetAsync(
            "conversations.replies",
            $"channel={channel.Id}&ts={posted.Ts()}&include_all_metadata=true&limit=2"
        );
        Assert.Equal("A1", full["messages"]![1]!["metadata"]!["event_payload"]!["id"]!.GetValue<string>());
        Assert.True(full["has_more"]!.GetValue<bool>());
        string cursor = Uri.EscapeDataString(full["response_metadata"]!["next_cursor"]!.GetValue<string>());
        JsonObject rest = await client.GetAsync("conversations.replies", $"channel={channel.Id}&ts={root.Ts}&cursor={cursor}");
        Assert.Equal(nested.Ts(), Assert.Single(rest["messages"]!.AsArray())!["ts"]!.GetValue<string>());
        Assert.Equal("thread_not_found", (await client.GetAsync("conversations.replies", $"channel={channel.Id}&ts=1.000001")).Error());
        JsonObject history = await client.GetAsync("conversations.history", $"channel={channel.Id}");
        Assert.Equal(root.Ts, Assert.Single(history["messages"]!.AsArray())!["ts"]!.GetValue<string>());

        JsonObject Reply(string ts) =>
            new()
            {
                ["channel"] = channel.Id,
                ["text"] = "reply",
                ["thread_ts"] = ts,
            };
    }

    [Fact]
    public async Task Texts_have_their_lengths_and_an_update_of_the_text_takes_the_blocks_away()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(Unlimited, Cancel);
        FakeUser ada = slack.World.AddUser("ada");
        FakeChannel channel = slack.World.AddChannel("general");
        FakeMessage foreign = slack.World.Post(ada, channel, "mine");
        using RawClient client = new(slack);
        JsonObject cut = await client.CallAsync("chat.postMessage", Of(("text", new string('x', 40_001))));
        Assert.Equal("message_truncated", cut["warning"]!.GetValue<string>());
        Assert.Equal(40_000, channel.Find(cut.Ts())!.Text.Length);
        Assert.Equal("no_text", (await client.CallAsync("chat.postMessage", Of(("text", " ")))).Error());
        Assert.Equal("msg_too_long", (await client.CallAsync("chat.postMessage", Of(("markdown_text", new string('x', 12_001))))).Error());
        Assert.Equal(
            "markdown_text_conflict",
            (await client.CallAsync("chat.postMessage", Of(("markdown_text", "a"), ("blocks", new JsonArray())))).Error()
        );
        Assert.Equal(
            "invalid_blocks_format",
            (await client.CallAsync("chat.postMessage", Of(("text", "a"), ("blocks", "no list")))).Error()
        );

        JsonArray blocks = [new JsonObject { ["type"] = "markdown", ["text"] = "Hello <!here> and <@U0FAKE00001>" }];
        JsonObject posted = await client.CallAsync("chat.postMessage", Of(("text", "a"), ("blocks", blocks)));
        FakeMessage message = channel.Find(posted.Ts())!;
        Assert.Equal(["U0FAKE00001", "here"], message.Pings);
        Assert.Equal("msg_too_long", (await UpdateAsync(message, ("text", new string('x', 4001)))).Error());
        Assert.Equal("cant_update_message", (await UpdateAsync(foreign, ("text", "yours"))).Error());
        Assert.Equal("ok", (await UpdateAsync(message, ("text", "b"))).Error());
        Assert.Empty(message.Blocks);
        Assert.Equal("cant_delete_message", (await client.CallAsync("chat.delete", Of(("ts", foreign.Ts)))).Error());
        Assert.Equal("ok", (await client.CallAsync("chat.delete", Of(("ts", message.Ts)))).Error());
        Assert.Equal("message_not_found", (await UpdateAsync(message, ("text", "c"))).Error());

        Task<JsonObject> UpdateAsync(FakeMessage message, (string, JsonNode) text) =>
            client.CallAsync("chat.update", Of(("ts", message.Ts), text));
        JsonObject Of(params (string Name, JsonNode Value)[] fields)
        {
            JsonObject json = new() { ["channel"] = channel.Id };
            foreach ((string name, JsonNode value) in fields)
            {
                json[name] = value;
            }

            return json;
        }
    }

    [Fact]
    public async Task A_channel_takes_one_post_a_second_and_a_method_its_tier()
    {
        TestServers.ManualClock clock = new(DateTimeOffset.UnixEpoch.AddYears(55));
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(new FakeSlackOptions { Clock = clock }, Cancel);
        FakeChannel one = slack.World.AddChannel("one");
        FakeChannel two = slack.World.AddChannel("two");
        using RawClient client = new(slack);
        for (int number = 0; number < 4; number++)
        {
            Assert.Equal("ok", (await PostAsync(one)).Body.Error());
        }

        (HttpStatusCode status, JsonObject? body, TimeSpan? retryAfter) = await PostAsync(one);
        Assert.Equal((HttpStatusCode.TooManyRequests, "ratelimited"), (status, body.Error()));
        Assert.Equal(TimeSpan.FromSeconds(1), retryAfter);
        Assert.Equal("ok", (await PostAsync(two)).Body.Error());
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("ok", (await PostAsync(one)).Body.Error());
        Assert.Equal(HttpStatusCode.TooManyRequests, (await PostAsync(one)).Status);

        for (int number = 0; number < 20; number++)
        {
            await client.SendAsync("chat.startStream", new JsonObject { ["channel"] = one.Id });
        }

        (status, _, retryAfter) = await client.SendAsync("chat.startStream", []);
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(3)), (status, retryAfter));
        Assert.Equal(3, slack.Record.Counters.RateLimited);

        Task<(HttpStatusCode Status, JsonObject? Body, TimeSpan? RetryAfter)> PostAsync(FakeChannel channel) =>
            client.SendAsync("chat.postMessage", new JsonObject { ["channel"] = channel.Id, ["text"] = "hello" });
    }

    [Fact]
    public async Task Faults_strike_the_calls_they_are_meant_for()
    {
        await using FakeSlackServer slack = await FakeSlackServer.StartAsync(Unlimited, Cancel);
        FakeChannel channel = slack.World.AddChannel("general");
        using RawClient client = new(slack);
        slack.Faults.Add(new WebApiFault(WebApiFaultKind.RateLimit, "chat.postMessage") { Duration = TimeSpan.FromSeconds(2) });
        Assert.Equal("ok", (await client.CallAsync("auth.test", [])).Error());
        Assert.Equal(TimeSpan.FromSeconds(2), (await PostAsync()).RetryAfter);
        slack.Faults.Add(new WebApiFault(WebApiFaultKind.ServerError));
        Assert.Equal(HttpStatusCode.InternalServerError, (await PostAsync()).Status);
        slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error) { Error = "missing_scope" });
        Assert.Equal("missing_scope", (await PostAsync()).Body.Error());
        slack.Faults.Add(new WebApiFault(WebApiFaultKind.DropTcp));
        await Assert.ThrowsAsync<HttpRequestException>(PostAsync);
        Assert.Empty(channel.Messages);

        slack.Faults.Add(new WebApiFault(WebApiFaultKind.ServerErrorAfterEffect));
        Assert.Equal(HttpStatusCode.InternalServerError, (await PostAsync()).Status);
        slack.Faults.Add(new WebApiFault(WebApiFaultKind.DropTcpAfterEffect));
        await Assert.ThrowsAsync<HttpRequestException>(PostAsync);
        slack.Faults.Add(new WebApiFault(WebApiFaultKind.TimeoutAfterEffect));
        await Assert.ThrowsAsync<HttpRequestException>(PostAsync);
        slack.Faults.Add(new WebApiFault(WebApiFaultKind.Delay));
        Assert.Equal("ok", (await PostAsync()).Body.Error());
        Assert.Equal(4, channel.Messages.Count);

        slack.Faults.Randomize(
            new RandomFaults(Seed: 3)
            {
                WebApiRate = 0.5,
                WebApi = [WebApiFaultKind.ServerError],
                Methods = ["chat.postMessage"],
            }
        );
        for (int number = 0; number < 20; number++)
        {
            await PostAsync();
        }

        Assert.InRange(channel.Messages.Count, 8, 20);
        Assert.Equal(24, channel.Messages.Count + slack.Record.Faults["ServerError"] - 1);

        Task<(HttpStatusCode Status, JsonObject? Body, TimeSpan? RetryAfter)> PostAsync() =>
            client.SendAsync("chat.postMessage", new JsonObject { ["channel"] = channel.Id, ["text"] = "hello" });
    }
}
