using System.Text.Json.Nodes;
using BriefingBot.TestServers;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Faults;
using BriefingBot.TestServers.Discord.Gateway;

namespace BriefingBot.Platforms.Tests.FakeDiscordTests;

/// <summary>Close codes, limits, the presence, and faults by chance.</summary>
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
