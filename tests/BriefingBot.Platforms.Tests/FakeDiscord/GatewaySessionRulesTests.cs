using System.Text.Json.Nodes;
using BriefingBot.TestServers;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Model;

namespace BriefingBot.Platforms.Tests.FakeDiscordTests;

/// <summary>How long a session lives without its connection, and what a resume replays.</summary>
public sealed class GatewaySessionRulesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

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
}
