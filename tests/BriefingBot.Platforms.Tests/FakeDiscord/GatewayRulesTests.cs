using System.Text.Json.Nodes;
using BriefingBot.TestServers;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Faults;
using BriefingBot.TestServers.Discord.Gateway;
using BriefingBot.TestServers.Discord.Model;

namespace BriefingBot.Platforms.Tests.FakeDiscordTests;

public sealed class GatewayRulesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> FirstPayloads =>
        new()
        {
            { """{"op":99,"d":null}""", 4001 },
            { "not json", 4002 },
            { """{"op":2,"d":{"token":"fake-discord-token"}}""", 4002 },
            {
                """{"op":2,"d":{"token":"fake-discord-token","intents":1,"properties":{"os":"a","browser":"b","device":"c"},"colour":1}}""",
                4002
            },
            { $$"""{"op":1,"d":"{{new string('x', 4096)}}"}""", 4002 },
            { """{"op":3,"d":{"since":null,"activities":[],"status":"online","afk":false}}""", 4003 },
            { """{"op":2,"d":{"token":"wrong","intents":1,"properties":{"os":"a","browser":"b","device":"c"}}}""", 4004 },
            { """{"op":6,"d":{"token":"wrong","session_id":"x","seq":1}}""", 4004 },
            {
                """{"op":2,"d":{"token":"fake-discord-token","intents":1,"properties":{"os":"a","browser":"b","device":"c"},"shard":[2,2]}}""",
                4010
            },
            {
                """{"op":2,"d":{"token":"fake-discord-token","intents":4194304,"properties":{"os":"a","browser":"b","device":"c"}}}""",
                4013
            },
            { """{"op":2,"d":{"token":"fake-discord-token","intents":32768,"properties":{"os":"a","browser":"b","device":"c"}}}""", 4014 },
        };

    [Theory]
    [MemberData(nameof(FirstPayloads))]
    public async Task Closes_with_the_code_of_the_table(string payload, int code)
    {
        await using FakeDiscord discord = await FakeDiscord.StartAsync(cancellationToken: Cancel);
        await using RawClient client = new(discord);
        JsonObject hello = await client.ConnectAsync();
        Assert.Equal(41_250, hello["d"]!["heartbeat_interval"]!.GetValue<int>());
        await client.SendAsync(payload);
        Assert.Equal(code, await client.ReadCloseAsync());
        Assert.Equal(1, discord.Record.Closes[(GatewayCloseCode)code]);
    }

    [Fact]
    public async Task Closes_a_second_identify_and_another_version_and_too_many_guilds()
    {
        await using FakeDiscord discord = await FakeDiscord.StartAsync(
            new FakeDiscordOptions { MaxGuildsPerShard = 1, IdentifyWindow = TimeSpan.Zero },
            Cancel
        );
        await using RawClient twice = new(discord);
        await twice.StartAsync();
        await twice.SendAsync(RawClient.Identify(discord.Token));
        Assert.Equal(4005, await twice.ReadCloseAsync());

        await using RawClient old = new(discord);
        await old.ConnectAsync(version: 9);
        await old.SendAsync(RawClient.Identify(discord.Token));
        Assert.Equal(4012, await old.ReadCloseAsync());

        discord.World.AddGuild("one");
        discord.World.AddGuild("two");
        await using RawClient crowded = new(discord);
        await crowded.ConnectAsync();
        await crowded.SendAsync(RawClient.Identify(discord.Token));
        Assert.Equal(4011, await crowded.ReadCloseAsync());
    }

    [Fact]
    public async Task Closes_after_120_sends_in_a_minute()
    {
        await using FakeDiscord discord = await FakeDiscord.StartAsync(cancellationToken: Cancel);
        await using RawClient client = new(discord);
        await client.StartAsync();
        for (int sent = 1; sent <= 120; sent++)
        {
            await client.SendAsync("""{"op":1,"d":1}""");
        }

        Assert.Equal(4008, await client.ReadCloseAsync());
        Assert.Equal(119, discord.Record.Counters.Heartbeats);
    }

    [Fact]
    public async Task Closes_a_silent_connection_and_keeps_its_session()
    {
        ManualClock clock = new(new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero));
        await using FakeDiscord discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { Clock = clock }, Cancel);
        await using RawClient client = new(discord);
        await client.StartAsync();
        clock.Advance(TimeSpan.FromSeconds(50));
        await client.SendAsync("""{"op":1,"d":1}""");
        Assert.Equal(11, (await client.ReadAsync())!["op"]!.GetValue<int>());
        clock.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(0, discord.Record.Counters.MissedHeartbeats);
        clock.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(4009, await client.ReadCloseAsync());
        Assert.Single(discord.Gateway.Sessions);
    }

    [Fact]
    public async Task Keeps_a_session_of_a_killed_client_and_replays_in_order()
    {
        ManualClock clock = new(new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero));
        await using FakeDiscord discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { Clock = clock }, Cancel);
        FakeChannel channel = discord.World.AddGuild("Newsroom").AddTextChannel("general");
        FakeUser ada = discord.World.AddUser("ada");
        JsonObject ready;
        await using (RawClient killed = new(discord))
        {
            ready = await killed.StartAsync();
            await killed.ReadEventAsync("GUILD_CREATE");
            killed.Abort();
        }

        await discord.Record.WaitUntilAsync(() => discord.Gateway.OpenConnections == 0, cancellationToken: Cancel);
        discord.World.Mention(ada, channel, "one");
        discord.World.Mention(ada, channel, "two");
        Uri resumeAddress = new(ready["resume_gateway_url"]!.GetValue<string>());
        Assert.NotEqual(discord.GatewayAddress, resumeAddress);
        JsonObject resume = new()
        {
            ["op"] = 6,
            ["d"] = new JsonObject
            {
                ["token"] = discord.Token,
                ["session_id"] = ready["session_id"]!.GetValue<string>(),
                ["seq"] = 2,
            },
        };
        await using (RawClient restarted = new(discord))
        {
            await restarted.ConnectAsync(resumeAddress);
            await restarted.SendAsync(resume);
            Assert.EndsWith("one", (await restarted.ReadAsync())!["d"]!["content"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.EndsWith("two", (await restarted.ReadAsync())!["d"]!["content"]!.GetValue<string>(), StringComparison.Ordinal);
            JsonObject resumed = (await restarted.ReadAsync())!;
            Assert.Equal("RESUMED", resumed["t"]!.GetValue<string>());
            Assert.Equal(5, resumed["s"]!.GetValue<int>());
            restarted.Abort();
        }

        Assert.Equal(0, discord.Record.Counters.UndeliveredEvents);
        Assert.Empty(discord.Record.Violations);

        resume["d"]!["seq"] = 99;
        await using RawClient ahead = new(discord);
        await ahead.ConnectAsync(resumeAddress);
        await ahead.SendAsync(resume);
        Assert.Equal(4007, await ahead.ReadCloseAsync());
    }

    [Fact]
    public async Task Forgets_a_session_that_was_closed_properly_or_is_too_old()
    {
        ManualClock clock = new(new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero));
        await using FakeDiscord discord = await FakeDiscord.StartAsync(
            new FakeDiscordOptions { Clock = clock, IdentifyWindow = TimeSpan.Zero },
            Cancel
        );
        await using RawClient proper = new(discord);
        await proper.StartAsync();
        await proper.CloseAsync(1000);
        await discord.Record.WaitUntilAsync(() => discord.Gateway.OpenConnections == 0, cancellationToken: Cancel);
        Assert.Empty(discord.Gateway.Sessions);

        await using RawClient other = new(discord);
        JsonObject ready = await other.StartAsync();
        await other.CloseAsync(4000);
        await discord.Record.WaitUntilAsync(() => discord.Gateway.OpenConnections == 0, cancellationToken: Cancel);
        Assert.Single(discord.Gateway.Sessions);
        clock.Advance(TimeSpan.FromMinutes(6));
        await using RawClient late = new(discord);
        await late.ConnectAsync(new Uri(ready["resume_gateway_url"]!.GetValue<string>()));
        await late.SendAsync($$$"""{"op":6,"d":{"token":"{{{discord.Token}}}","session_id":"{{{ready["session_id"]}}}","seq":1}}""");
        JsonObject answer = (await late.ReadAsync())!;
        Assert.Equal(9, answer["op"]!.GetValue<int>());
        Assert.False(answer["d"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Refuses_identifies_that_come_too_fast_or_too_often()
    {
        ManualClock clock = new(new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero));
        await using FakeDiscord discord = await FakeDiscord.StartAsync(
            new FakeDiscordOptions { Clock = clock, SessionStartTotal = 2 },
            Cancel
        );
        await using RawClient first = new(discord);
        await first.StartAsync();
        await using RawClient hasty = new(discord);
        await hasty.ConnectAsync();
        await hasty.SendAsync(RawClient.Identify(discord.Token));
        Assert.Equal(9, (await hasty.ReadAsync())!["op"]!.GetValue<int>());

        JsonNode limit = (await hasty.CallAsync("GET", "/gateway/bot")).Body!["session_start_limit"]!;
        Assert.Equal(1, limit["remaining"]!.GetValue<int>());
        Assert.Equal(1, limit["max_concurrency"]!.GetValue<int>());

        clock.Advance(TimeSpan.FromSeconds(5));
        await hasty.SendAsync(RawClient.Identify(discord.Token));
        Assert.Equal("READY", (await hasty.ReadAsync())!["t"]!.GetValue<string>());
        clock.Advance(TimeSpan.FromSeconds(5));
        await using RawClient third = new(discord);
        await third.ConnectAsync();
        await third.SendAsync(RawClient.Identify(discord.Token));
        Assert.Equal(4004, await third.ReadCloseAsync());
        Assert.Equal(4004, await first.ReadCloseAsync());
        Assert.Equal(401, (await third.CallAsync("GET", "/users/@me")).Status);
    }

    [Fact]
    public async Task Sends_events_to_the_shard_of_the_guild_and_direct_messages_to_the_first()
    {
        await using FakeDiscord discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { MaxConcurrency = 2 }, Cancel);
        FakeGuild[] guilds =
        [
            discord.World.AddGuild("one"),
            discord.World.AddGuild("two"),
            discord.World.AddGuild("three"),
            discord.World.AddGuild("four"),
        ];
        FakeUser ada = discord.World.AddUser("ada");
        RawClient[] shards = [new(discord), new(discord)];
        for (int shard = 0; shard < 2; shard++)
        {
            JsonObject ready = await shards[shard].StartAsync(shard: (shard, 2));
            Assert.Equal(
                guilds.Where(guild => (int)((guild.Id >> 22) % 2) == shard).Select(static guild => guild.Id.ToString()),
                ready["guilds"]!.AsArray().Select(static guild => guild!["id"]!.GetValue<string>())
            );
        }

        FakeGuild odd = guilds.First(static guild => (guild.Id >> 22) % 2 == 1);
        discord.World.Mention(ada, odd.AddTextChannel("general"), "to the second");
        discord.World.SendDirectMessage(ada, "to the first");
        Assert.Equal("to the first", (await shards[0].ReadEventAsync("MESSAGE_CREATE"))["content"]!.GetValue<string>());
        Assert.EndsWith(
            "to the second",
            (await shards[1].ReadEventAsync("MESSAGE_CREATE"))["content"]!.GetValue<string>(),
            StringComparison.Ordinal
        );
        await shards[0].DisposeAsync();
        await shards[1].DisposeAsync();
    }

    [Theory]
    [InlineData(false, GatewayIntents.None, "")]
    [InlineData(true, GatewayIntents.None, "<@{0}> hello")]
    [InlineData(false, GatewayIntents.MessageContent, "hello")]
    public async Task Shows_content_by_intent_or_mention(bool mention, GatewayIntents extra, string content)
    {
        await using FakeDiscord discord = await FakeDiscord.StartAsync(
            new FakeDiscordOptions { PrivilegedIntents = GatewayIntents.MessageContent },
            Cancel
        );
        FakeChannel channel = discord.World.AddGuild("Newsroom").AddTextChannel("general");
        FakeUser ada = discord.World.AddUser("ada");
        await using RawClient client = new(discord);
        await client.StartAsync(RawClient.Intents | (int)extra);
        _ = mention ? discord.World.Mention(ada, channel, "hello") : discord.World.Send(ada, channel, "hello");
        JsonObject message = await client.ReadEventAsync("MESSAGE_CREATE");
        Assert.Equal(string.Format(content, discord.Application.Bot.Id), message["content"]!.GetValue<string>());
        Assert.NotNull(message["member"]!["roles"]);
    }

    [Fact]
    public async Task Shows_a_reply_to_the_bot_only_when_it_pings()
    {
        await using FakeDiscord discord = await FakeDiscord.StartAsync(cancellationToken: Cancel);
        FakeChannel channel = discord.World.AddGuild("Newsroom").AddTextChannel("general");
        FakeUser ada = discord.World.AddUser("ada");
        await using RawClient client = new(discord);
        await client.StartAsync();
        await client.CallAsync("POST", $"/channels/{channel.Id}/messages", new JsonObject { ["content"] = "an answer" });
        await client.ReadEventAsync("MESSAGE_CREATE");
        FakeMessage answer = Assert.Single(discord.Record.BotMessages);
        discord.World.Reply(ada, answer, "and then?");
        JsonObject pinged = await client.ReadEventAsync("MESSAGE_CREATE");
        Assert.Equal("and then?", pinged["content"]!.GetValue<string>());
        Assert.Equal("an answer", pinged["referenced_message"]!["content"]!.GetValue<string>());
        discord.World.Reply(ada, answer, "and then?", ping: false);
        Assert.Equal("", (await client.ReadEventAsync("MESSAGE_CREATE"))["content"]!.GetValue<string>());
    }

    [Fact]
    public async Task Leaves_out_what_was_not_asked_for_or_cannot_be_viewed_and_counts_what_is_lost()
    {
        await using FakeDiscord discord = await FakeDiscord.StartAsync(cancellationToken: Cancel);
        FakeGuild guild = discord.World.AddGuild("Newsroom");
        FakeChannel hidden = guild.AddTextChannel("hidden");
        hidden.SetOverwrite(guild.BotRole, deny: Permissions.ViewChannel);
        FakeUser ada = discord.World.AddUser("ada");
        discord.World.Mention(ada, guild.AddTextChannel("early"), "nobody is there");
        Assert.Equal(1, discord.Record.Counters.UndeliveredEvents);

        await using RawClient client = new(discord);
        await client.StartAsync((int)(GatewayIntents.Guilds | GatewayIntents.GuildMessages));
        discord.World.Mention(ada, hidden, "unseen");
        discord.World.SendDirectMessage(ada, "not asked for");
        discord.World.Mention(ada, guild.AddTextChannel("open"), "seen");
        Assert.EndsWith(" seen", (await client.ReadEventAsync("MESSAGE_CREATE"))["content"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(3, discord.Record.Counters.UndeliveredEvents);
    }

    [Fact]
    public async Task Keeps_the_presence_that_a_client_sets_and_refuses_a_broken_one()
    {
        await using FakeDiscord discord = await FakeDiscord.StartAsync(cancellationToken: Cancel);
        await using RawClient client = new(discord);
        await client.StartAsync();
        await client.SendAsync(
            """{"op":3,"d":{"since":null,"activities":[{"name":"x","type":4,"state":"reading"}],"status":"idle","afk":false}}"""
        );
        await discord.Record.WaitUntilAsync(() => discord.Record.Counters.PresenceUpdates == 1, cancellationToken: Cancel);
        Assert.Equal("idle", Assert.Single(discord.Gateway.Sessions).Presence!["status"]!.GetValue<string>());
        await client.SendAsync("""{"op":3,"d":{"since":null,"activities":[{"name":"x","type":4}],"status":"idle","afk":false}}""");
        Assert.Equal(4002, await client.ReadCloseAsync());
    }

    [Fact]
    public async Task Can_begin_with_reconnect_ask_for_a_heartbeat_and_refuse_a_handshake()
    {
        await using FakeDiscord discord = await FakeDiscord.StartAsync(cancellationToken: Cancel);
        discord.Faults.ReconnectInsteadOfHello();
        await using RawClient turnedAway = new(discord);
        Assert.Equal(7, (await turnedAway.ConnectAsync())["op"]!.GetValue<int>());

        await using RawClient client = new(discord);
        await client.StartAsync();
        discord.Gateway.RequestHeartbeat();
        Assert.Equal(1, (await client.ReadAsync())!["op"]!.GetValue<int>());

        discord.Faults.RefuseHandshakes();
        await using RawClient refused = new(discord);
        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => refused.ConnectAsync());
    }

    [Fact]
    public async Task Strikes_by_chance_in_the_same_way_for_the_same_seed()
    {
        List<IReadOnlyDictionary<string, int>> runs = [];
        for (int run = 0; run < 2; run++)
        {
            await using FakeDiscord discord = await FakeDiscord.StartAsync(cancellationToken: Cancel);
            discord.Faults.Randomize(
                new RandomFaults(Seed: 7, GatewayRate: 0, RestRate: 0.5)
                {
                    Rest = [RestFaultKind.ErrorStatus, RestFaultKind.RateLimitUser, RestFaultKind.RateLimitEdge],
                }
            );
            await using RawClient client = new(discord);
            for (int call = 0; call < 40; call++)
            {
                await client.CallAsync("GET", "/users/@me");
            }

            runs.Add(discord.Record.Faults);
        }

        Assert.Equal(runs[0].OrderBy(static fault => fault.Key), runs[1].OrderBy(static fault => fault.Key));
        Assert.InRange(runs[0].Values.Sum(), 10, 30);
    }
}
