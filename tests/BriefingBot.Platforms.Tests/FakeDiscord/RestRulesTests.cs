using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using BriefingBot.TestServers;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Faults;
using BriefingBot.TestServers.Discord.Model;

namespace BriefingBot.Platforms.Tests.FakeDiscordTests;

public sealed class RestRulesTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero));
    private FakeDiscord _discord = null!;
    private RawClient _client = null!;
    private FakeGuild _guild = null!;
    private FakeChannel _channel = null!;
    private FakeUser _ada = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Messages => $"/channels/{_channel.Id}/messages";

    public async ValueTask InitializeAsync()
    {
        _discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { Clock = _clock, InvalidRequestLimit = 20 }, Cancel);
        _client = new RawClient(_discord);
        _guild = _discord.World.AddGuild("Newsroom");
        _channel = _guild.AddTextChannel("general");
        _ada = _discord.World.AddUser("ada");
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _discord.DisposeAsync();
    }

    [Fact]
    public async Task Wants_user_agent_authorization_version_and_content_type()
    {
        Assert.Equal(
            403,
            (
                await _client.CallAsync(
                    "GET",
                    "/users/@me",
                    change: static request => request.Headers.UserAgent.Add(new ProductInfoHeaderValue("curl", "8.0"))
                )
            ).Status
        );
        Assert.Equal(
            401,
            (
                await _client.CallAsync(
                    "GET",
                    "/users/@me",
                    change: static request => request.Headers.Authorization = new AuthenticationHeaderValue("Bot", "wrong")
                )
            ).Status
        );
        (int status, JsonNode? body, _) = await _client.CallAsync(
            "POST",
            Messages,
            change: static request => request.Content = new StringContent("""{"content":"x"}""", Encoding.UTF8, "text/plain")
        );
        Assert.Equal((400, 50035), (status, body!["code"]!.GetValue<int>()));
        Assert.Equal(404, (await _client.CallAsync("GET", "/nothing")).Status);

        using HttpClient plain = new() { BaseAddress = _discord.BaseAddress };
        using HttpResponseMessage unversioned = await plain.GetAsync(new Uri("/api/users/@me", UriKind.Relative), Cancel);
        Assert.Equal(400, (int)unversioned.StatusCode);
        Assert.Equal(2, _discord.Record.Counters.InvalidRequests);
    }

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
        (int status, JsonNode? error, _) = await _client.CallAsync("POST", Messages, JsonNode.Parse(body));
        Assert.Equal((400, code), (status, error!["code"]!.GetValue<int>()));
        Assert.Empty(_discord.Record.BotMessages);
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
        Assert.Equal(200, (await _client.CallAsync("POST", Messages, body)).Status);
        Assert.Equal(200, (await _client.CallAsync("POST", Messages, body)).Status);
        FakeMessage message = Assert.Single(_discord.Record.BotMessages);
        Assert.Equal(MessageFlags.SuppressEmbeds, message.Flags);
        Assert.Equal(1, _discord.Record.Counters.NonceDuplicates);
        _clock.Advance(TimeSpan.FromMinutes(4));
        await _client.CallAsync("POST", Messages, body);
        Assert.Equal(2, _discord.Record.BotMessages.Count);
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
        string id = (await _client.CallAsync("POST", Messages, card)).Body!["id"]!.GetValue<string>();
        FakeMessage message = Assert.Single(_discord.Record.BotMessages);
        Assert.Equal(("", MessageFlags.IsComponentsV2, 38), (message.Content, message.Flags, message.VisibleText.Split('\n').Length));

        string one = $"{Messages}/{id}";
        Assert.Equal(400, (await _client.CallAsync("PATCH", one, new JsonObject { ["content"] = "x" })).Status);
        Assert.Equal(
            400,
            (
                await _client.CallAsync(
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
            (await _client.CallAsync("PATCH", one, JsonNode.Parse("""{"flags":0,"components":[{"type":10,"content":"z"}]}"""))).Status
        );
        Assert.Equal(200, (await _client.CallAsync("PATCH", one, JsonNode.Parse("""{"components":[{"type":10,"content":"z"}]}"""))).Status);
        Assert.Equal(("z", MessageFlags.IsComponentsV2), (message.VisibleText, message.Flags));

        _clock.Advance(TimeSpan.FromSeconds(5));
        string text = (await _client.CallAsync("POST", Messages, new JsonObject { ["content"] = "x" })).Body!["id"]!.GetValue<string>();
        Assert.Equal(
            400,
            (
                await _client.CallAsync(
                    "PATCH",
                    $"{Messages}/{text}",
                    JsonNode.Parse("""{"flags":32768,"components":[{"type":10,"content":"z"}]}""")
                )
            ).Status
        );
        Assert.Equal(
            200,
            (
                await _client.CallAsync(
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
        string content = $"{_ada.Mention} @everyone";
        FakeMessage question = _discord.World.Send(_ada, _channel, "hello");
        await _client.CallAsync("POST", Messages, new JsonObject { ["content"] = content, ["message_reference"] = Reference(question.Id) });
        await _client.CallAsync(
            "POST",
            Messages,
            new JsonObject
            {
                ["content"] = content,
                ["message_reference"] = Reference(question.Id),
                ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray(), ["replied_user"] = false },
            }
        );
        Assert.Equal([$"user:{_ada.Id}"], _discord.Record.BotMessages[0].Pings);
        Assert.Empty(_discord.Record.BotMessages[1].Pings);
        await _client.CallAsync(
            "POST",
            Messages,
            new JsonObject { ["flags"] = 32768, ["components"] = new JsonArray(new JsonObject { ["type"] = 10, ["content"] = content }) }
        );
        Assert.Equal([$"user:{_ada.Id}"], _discord.Record.BotMessages[2].Pings);
    }

    [Fact]
    public async Task Posts_a_reply_to_a_deleted_question_only_when_told_to()
    {
        FakeMessage question = _discord.World.Mention(_ada, _channel, "hello");
        _discord.World.Delete(question);
        JsonObject reference = Reference(question.Id);
        Assert.Equal(
            400,
            (await _client.CallAsync("POST", Messages, new JsonObject { ["content"] = "x", ["message_reference"] = reference })).Status
        );
        JsonObject lenient = Reference(question.Id);
        lenient["fail_if_not_exists"] = false;
        (int status, JsonNode? body, _) = await _client.CallAsync(
            "POST",
            Messages,
            new JsonObject { ["content"] = "x", ["message_reference"] = lenient }
        );
        Assert.Equal((200, 0), (status, body!["type"]!.GetValue<int>()));
        Assert.Single(_discord.Record.AnswersTo(question));
    }

    [Theory]
    [InlineData(Permissions.ViewChannel, 50001)]
    [InlineData(Permissions.SendMessages, 50013)]
    [InlineData(Permissions.ReadMessageHistory, 160002)]
    public async Task Refuses_what_the_bot_may_not_do_in_a_channel(Permissions missing, int code)
    {
        FakeMessage question = _discord.World.Mention(_ada, _channel, "hello");
        _channel.SetOverwrite(_guild.BotRole, deny: missing);
        (_, JsonNode? body, _) = await _client.CallAsync(
            "POST",
            Messages,
            new JsonObject { ["content"] = "x", ["message_reference"] = Reference(question.Id) }
        );
        Assert.Equal(code, body!["code"]!.GetValue<int>());
        _channel.SetOverwrite(_discord.Application.Bot, allow: missing);
        Assert.Equal(
            200,
            (
                await _client.CallAsync(
                    "POST",
                    Messages,
                    new JsonObject { ["content"] = "x", ["message_reference"] = Reference(question.Id) }
                )
            ).Status
        );
    }

    [Fact]
    public async Task Starts_one_thread_a_message_and_refuses_posts_to_an_archived_one()
    {
        FakeMessage question = _discord.World.Mention(_ada, _channel, "hello");
        string path = $"{Messages}/{question.Id}/threads";
        Assert.Equal(400, (await _client.CallAsync("POST", path, new JsonObject { ["name"] = new string('x', 101) })).Status);
        (int status, JsonNode? body, _) = await _client.CallAsync(
            "POST",
            path,
            new JsonObject { ["name"] = "An answer", ["auto_archive_duration"] = 1440 }
        );
        Assert.Equal((201, question.Id.ToString()), (status, body!["id"]!.GetValue<string>()));
        Assert.Equal(160004, (await _client.CallAsync("POST", path, new JsonObject { ["name"] = "again" })).Body!["code"]!.GetValue<int>());

        string inThread = $"/channels/{question.Id}/messages";
        Assert.Equal(200, (await _client.CallAsync("POST", inThread, new JsonObject { ["content"] = "x" })).Status);
        question.Thread!.IsArchived = true;
        Assert.Equal(
            50083,
            (await _client.CallAsync("POST", inThread, new JsonObject { ["content"] = "x" })).Body!["code"]!.GetValue<int>()
        );
        _discord.World.Send(_ada, question.Thread, "back again");
        Assert.Equal(200, (await _client.CallAsync("POST", inThread, new JsonObject { ["content"] = "x" })).Status);
    }

    [Fact]
    public async Task Counts_buckets_by_channel_and_the_global_limit_over_all()
    {
        FakeChannel other = _guild.AddTextChannel("other");
        for (int sent = 0; sent < 5; sent++)
        {
            Assert.Equal(200, (await _client.CallAsync("POST", Messages, new JsonObject { ["content"] = "x" })).Status);
        }

        (int status, JsonNode? body, HttpResponseHeaders headers) = await _client.CallAsync(
            "POST",
            Messages,
            new JsonObject { ["content"] = "x" }
        );
        Assert.Equal(429, status);
        Assert.Equal(5, body!["retry_after"]!.GetValue<double>());
        Assert.False(body["global"]!.GetValue<bool>());
        Assert.Equal("user", Assert.Single(headers.GetValues("X-RateLimit-Scope")));
        Assert.Equal("5.000", Assert.Single(headers.GetValues("X-RateLimit-Reset-After")));
        string bucket = Assert.Single(headers.GetValues("X-RateLimit-Bucket"));

        HttpResponseHeaders free = (
            await _client.CallAsync("POST", $"/channels/{other.Id}/messages", new JsonObject { ["content"] = "x" })
        ).Headers;
        Assert.Equal("4", Assert.Single(free.GetValues("X-RateLimit-Remaining")));
        Assert.Equal(bucket, Assert.Single(free.GetValues("X-RateLimit-Bucket")));
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(200, (await _client.CallAsync("POST", Messages, new JsonObject { ["content"] = "x" })).Status);

        _clock.Advance(TimeSpan.FromSeconds(1));
        for (int call = 0; call < 50; call++)
        {
            Assert.Equal(200, (await _client.CallAsync("GET", call < 25 ? "/users/@me" : "/applications/@me")).Status);
        }

        (status, body, headers) = await _client.CallAsync("GET", "/gateway/bot");
        Assert.Equal(429, status);
        Assert.True(body!["global"]!.GetValue<bool>());
        Assert.Equal("true", Assert.Single(headers.GetValues("X-RateLimit-Global")));
    }

    [Fact]
    public async Task Bans_an_address_after_too_many_invalid_requests()
    {
        _discord.Faults.Add(new RestFault(RestFaultKind.RateLimitShared, Times: 5));
        for (int call = 0; call < 5; call++)
        {
            Assert.Equal(429, (await _client.CallAsync("GET", "/users/@me")).Status);
        }

        for (int call = 0; call < 20; call++)
        {
            Assert.Equal(
                401,
                (
                    await _client.CallAsync(
                        "GET",
                        "/users/@me",
                        change: static request => request.Headers.Authorization = new AuthenticationHeaderValue("Bot", "wrong")
                    )
                ).Status
            );
        }

        (int status, JsonNode? body, HttpResponseHeaders headers) = await _client.CallAsync("GET", "/users/@me");
        Assert.Equal(429, status);
        Assert.Null(body);
        Assert.False(headers.Contains("X-RateLimit-Scope"));
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(200, (await _client.CallAsync("GET", "/users/@me")).Status);
    }

    [Fact]
    public async Task Loses_the_answer_but_not_the_effect_when_the_connection_is_cut_after_it()
    {
        JsonObject body = new()
        {
            ["content"] = "x",
            ["nonce"] = "7",
            ["enforce_nonce"] = true,
        };
        _discord.Faults.Add(new RestFault(RestFaultKind.DropTcp));
        _discord.Faults.Add(new RestFault(RestFaultKind.DropTcpAfterEffect));
        await Assert.ThrowsAsync<HttpRequestException>(() => _client.CallAsync("POST", Messages, body));
        Assert.Empty(_discord.Record.BotMessages);
        await Assert.ThrowsAsync<HttpRequestException>(() => _client.CallAsync("POST", Messages, body));
        string id = Assert.Single(_discord.Record.BotMessages).Id.ToString();
        Assert.Equal(id, (await _client.CallAsync("POST", Messages, body)).Body!["id"]!.GetValue<string>());
        Assert.Single(_discord.Record.BotMessages);
        Assert.Equal([0, 0, 200], _discord.Record.Requests.Select(static request => request.Status));
    }

    [Fact]
    public async Task Refuses_a_direct_message_to_who_blocks_it_and_an_edit_of_another_users_message()
    {
        _ada.BlocksDirectMessages = true;
        JsonNode channel = (
            await _client.CallAsync("POST", "/users/@me/channels", new JsonObject { ["recipient_id"] = _ada.Id.ToString() })
        ).Body!;
        (int status, JsonNode? body, _) = await _client.CallAsync(
            "POST",
            $"/channels/{channel["id"]}/messages",
            new JsonObject { ["content"] = "x" }
        );
        Assert.Equal((403, 50007), (status, body!["code"]!.GetValue<int>()));

        FakeMessage theirs = _discord.World.Send(_ada, _channel, "mine");
        (status, body, _) = await _client.CallAsync("PATCH", $"{Messages}/{theirs.Id}", new JsonObject { ["content"] = "x" });
        Assert.Equal((403, 50005), (status, body!["code"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Gives_the_messages_after_one_newest_first()
    {
        FakeMessage seen = _discord.World.Mention(_ada, _channel, "seen");
        FakeMessage missed = _discord.World.Mention(_ada, _channel, "missed");
        FakeMessage unreadable = _discord.World.Send(_ada, _channel, "not for the bot");
        JsonArray list = (await _client.CallAsync("GET", $"{Messages}?after={seen.Id}&limit=100")).Body!.AsArray();
        Assert.Equal([unreadable.Id.ToString(), missed.Id.ToString()], list.Select(static message => message!["id"]!.GetValue<string>()));
        Assert.Equal(["", missed.Content], list.Select(static message => message!["content"]!.GetValue<string>()));
    }

    private static JsonObject Reference(ulong id) => new() { ["message_id"] = id.ToString() };
}
