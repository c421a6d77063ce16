using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord.Faults;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.Platforms.Tests.FakeDiscordTests;

/// <summary>Headers, permissions, limits and what is lost on the way.</summary>
public sealed class RestRulesTests : RestRulesTest
{
    [Fact]
    public async Task Wants_user_agent_authorization_version_and_content_type()
    {
        Assert.Equal(
            403,
            (
                await Client.CallAsync(
                    "GET",
                    "/users/@me",
                    change: static request => request.Headers.UserAgent.Add(new ProductInfoHeaderValue("curl", "8.0"))
                )
            ).Status
        );
        Assert.Equal(
            401,
            (
                await Client.CallAsync(
                    "GET",
                    "/users/@me",
                    change: static request => request.Headers.Authorization = new AuthenticationHeaderValue("Bot", "wrong")
                )
            ).Status
        );
        (int status, JsonNode? body, _) = await Client.CallAsync(
            "POST",
            Messages,
            change: static request => request.Content = new StringContent("""{"content":"x"}""", Encoding.UTF8, "text/plain")
        );
        Assert.Equal((400, 50035), (status, body!["code"]!.GetValue<int>()));
        Assert.Equal(404, (await Client.CallAsync("GET", "/nothing")).Status);

        using HttpClient plain = new() { BaseAddress = Discord.BaseAddress };
        using HttpResponseMessage unversioned = await plain.GetAsync(new Uri("/api/users/@me", UriKind.Relative), Cancel);
        Assert.Equal(400, (int)unversioned.StatusCode);
        Assert.Equal(2, Discord.Record.Counters.InvalidRequests);
    }

    [Theory]
    [InlineData(Permissions.ViewChannel, 50001)]
    [InlineData(Permissions.SendMessages, 50013)]
    [InlineData(Permissions.ReadMessageHistory, 160002)]
    public async Task Refuses_what_the_bot_may_not_do_in_a_channel(Permissions missing, int code)
    {
        FakeMessage question = Discord.World.Mention(Ada, Channel, "hello");
        Channel.SetOverwrite(Guild.BotRole, deny: missing);
        (_, JsonNode? body, _) = await Client.CallAsync(
            "POST",
            Messages,
            new JsonObject { ["content"] = "x", ["message_reference"] = Reference(question.Id) }
        );
        Assert.Equal(code, body!["code"]!.GetValue<int>());
        Channel.SetOverwrite(Discord.Application.Bot, allow: missing);
        Assert.Equal(
            200,
            (
                await Client.CallAsync(
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
        FakeMessage question = Discord.World.Mention(Ada, Channel, "hello");
        string path = $"{Messages}/{question.Id}/threads";
        Assert.Equal(400, (await Client.CallAsync("POST", path, new JsonObject { ["name"] = new string('x', 101) })).Status);
        (int status, JsonNode? body, _) = await Client.CallAsync(
            "POST",
            path,
            new JsonObject { ["name"] = "An answer", ["auto_archive_duration"] = 1440 }
        );
        Assert.Equal((201, question.Id.ToString()), (status, body!["id"]!.GetValue<string>()));
        Assert.Equal(160004, (await Client.CallAsync("POST", path, new JsonObject { ["name"] = "again" })).Body!["code"]!.GetValue<int>());

        string inThread = $"/channels/{question.Id}/messages";
        Assert.Equal(200, (await Client.CallAsync("POST", inThread, new JsonObject { ["content"] = "x" })).Status);
        question.Thread!.IsArchived = true;
        Assert.Equal(
            50083,
            (await Client.CallAsync("POST", inThread, new JsonObject { ["content"] = "x" })).Body!["code"]!.GetValue<int>()
        );
        Discord.World.Send(Ada, question.Thread, "back again");
        Assert.Equal(200, (await Client.CallAsync("POST", inThread, new JsonObject { ["content"] = "x" })).Status);
    }

    [Fact]
    public async Task Counts_buckets_by_channel_and_the_global_limit_over_all()
    {
        FakeChannel other = Guild.AddTextChannel("other");
        for (int sent = 0; sent < 5; sent++)
        {
            Assert.Equal(200, (await Client.CallAsync("POST", Messages, new JsonObject { ["content"] = "x" })).Status);
        }

        (int status, JsonNode? body, HttpResponseHeaders headers) = await Client.CallAsync(
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
            await Client.CallAsync("POST", $"/channels/{other.Id}/messages", new JsonObject { ["content"] = "x" })
        ).Headers;
        Assert.Equal("4", Assert.Single(free.GetValues("X-RateLimit-Remaining")));
        Assert.Equal(bucket, Assert.Single(free.GetValues("X-RateLimit-Bucket")));
        Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(200, (await Client.CallAsync("POST", Messages, new JsonObject { ["content"] = "x" })).Status);

        Clock.Advance(TimeSpan.FromSeconds(1));
        for (int call = 0; call < 50; call++)
        {
            Assert.Equal(200, (await Client.CallAsync("GET", call < 25 ? "/users/@me" : "/applications/@me")).Status);
        }

        (status, body, headers) = await Client.CallAsync("GET", "/gateway/bot");
        Assert.Equal(429, status);
        Assert.True(body!["global"]!.GetValue<bool>());
        Assert.Equal("true", Assert.Single(headers.GetValues("X-RateLimit-Global")));
    }

    [Fact]
    public async Task Bans_an_address_after_too_many_invalid_requests()
    {
        Discord.Faults.Add(new RestFault(RestFaultKind.RateLimitShared, Times: 5));
        for (int call = 0; call < 5; call++)
        {
            Assert.Equal(429, (await Client.CallAsync("GET", "/users/@me")).Status);
        }

        for (int call = 0; call < 20; call++)
        {
            Assert.Equal(
                401,
                (
                    await Client.CallAsync(
                        "GET",
                        "/users/@me",
                        change: static request => request.Headers.Authorization = new AuthenticationHeaderValue("Bot", "wrong")
                    )
                ).Status
            );
        }

        (int status, JsonNode? body, HttpResponseHeaders headers) = await Client.CallAsync("GET", "/users/@me");
        Assert.Equal(429, status);
        Assert.Null(body);
        Assert.False(headers.Contains("X-RateLimit-Scope"));
        Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(200, (await Client.CallAsync("GET", "/users/@me")).Status);
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
        Discord.Faults.Add(new RestFault(RestFaultKind.DropTcp));
        Discord.Faults.Add(new RestFault(RestFaultKind.DropTcpAfterEffect));
        await Assert.ThrowsAsync<HttpRequestException>(() => Client.CallAsync("POST", Messages, body));
        Assert.Empty(Discord.Record.BotMessages);
        await Assert.ThrowsAsync<HttpRequestException>(() => Client.CallAsync("POST", Messages, body));
        string id = Assert.Single(Discord.Record.BotMessages).Id.ToString();
        Assert.Equal(id, (await Client.CallAsync("POST", Messages, body)).Body!["id"]!.GetValue<string>());
        Assert.Single(Discord.Record.BotMessages);
        Assert.Equal([0, 0, 200], Discord.Record.Requests.Select(static request => request.Status));
    }

    [Fact]
    public async Task Refuses_a_direct_message_to_who_blocks_it_and_an_edit_of_another_users_message()
    {
        Ada.BlocksDirectMessages = true;
        JsonNode channel = (
            await Client.CallAsync("POST", "/users/@me/channels", new JsonObject { ["recipient_id"] = Ada.Id.ToString() })
        ).Body!;
        (int status, JsonNode? body, _) = await Client.CallAsync(
            "POST",
            $"/channels/{channel["id"]}/messages",
            new JsonObject { ["content"] = "x" }
        );
        Assert.Equal((403, 50007), (status, body!["code"]!.GetValue<int>()));

        FakeMessage theirs = Discord.World.Send(Ada, Channel, "mine");
        (status, body, _) = await Client.CallAsync("PATCH", $"{Messages}/{theirs.Id}", new JsonObject { ["content"] = "x" });
        Assert.Equal((403, 50005), (status, body!["code"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Gives_the_messages_after_one_newest_first()
    {
        FakeMessage seen = Discord.World.Mention(Ada, Channel, "seen");
        FakeMessage missed = Discord.World.Mention(Ada, Channel, "missed");
        FakeMessage unreadable = Discord.World.Send(Ada, Channel, "not for the bot");
        JsonArray list = (await Client.CallAsync("GET", $"{Messages}?after={seen.Id}&limit=100")).Body!.AsArray();
        Assert.Equal([unreadable.Id.ToString(), missed.Id.ToString()], list.Select(static message => message!["id"]!.GetValue<string>()));
        Assert.Equal(["", missed.Content], list.Select(static message => message!["content"]!.GetValue<string>()));
    }
}
