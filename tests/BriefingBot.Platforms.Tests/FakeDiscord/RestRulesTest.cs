using System.Text.Json.Nodes;
using BriefingBot.TestServers;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Model;

namespace BriefingBot.Platforms.Tests.FakeDiscordTests;

/// <summary>A raw client on a fake Discord with one guild, one channel and one person.</summary>
public abstract class RestRulesTest : IAsyncLifetime
{
    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected ManualClock Clock { get; } = new(new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero));

    private protected FakeDiscord Discord { get; private set; } = null!;

    private protected RawClient Client { get; private set; } = null!;

    private protected FakeGuild Guild { get; private set; } = null!;

    private protected FakeChannel Channel { get; private set; } = null!;

    private protected FakeUser Ada { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { Clock = Clock, InvalidRequestLimit = 20 }, Cancel);
        Client = new RawClient(Discord);
        Guild = Discord.World.AddGuild("Newsroom");
        Channel = Guild.AddTextChannel("general");
        Ada = Discord.World.AddUser("ada");
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Discord.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected string Messages => $"/channels/{Channel.Id}/messages";

    private protected static JsonObject Reference(ulong id) => new() { ["message_id"] = id.ToString() };
}
