using System.Text.Json.Nodes;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Gateway;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.Platforms.Tests.FakeDiscordTests;

/// <summary>Which events come, to which shard, and what they show.</summary>
public sealed class GatewayEventRulesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

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
}
