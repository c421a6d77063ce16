using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Model;

namespace BriefingBot.Platforms.Tests.Discord.Host;

/// <summary>One bot in one server, for all tests that leave each other alone: each has a channel and people of its own.</summary>
public sealed class Newsroom : IAsyncLifetime
{
    public const string Question = "Who did Foreign Minister Cho Tae-yul speak with by phone about the Russia-North Korea treaty?";

    public FakeDiscord Discord { get; private set; } = null!;

    public FakeGuild Guild { get; private set; } = null!;

    public FakeRole Editors { get; private set; } = null!;

    public DataFolder Data { get; } = new();

    public RunningBot Bot { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Discord = await FakeDiscord.StartAsync(new FakeDiscordOptions(), TestContext.Current.CancellationToken);
        Guild = Discord.World.AddGuild("Newsroom");
        Editors = Guild.AddRole("editors");
        Bot = await BotOnDiscord.StartAsync(
            Discord,
            Data,
            TestContext.Current.CancellationToken,
            ("Discord:AdminRoleIds:0", Editors.Id.ToString())
        );
    }

    public FakeChannel AddChannel() => Guild.AddTextChannel($"desk-{Guid.NewGuid():N}"[..20]);

    public FakeUser AddUser(params FakeRole[] roles)
    {
        var user = Discord.World.AddUser($"reader-{Guid.NewGuid():N}"[..20]);
        Guild.AddMember(user, roles);
        return user;
    }

    public FakeUser AddAdmin() => AddUser(Guild.AddRole("managers", Permissions.ManageGuild));

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Discord.DisposeAsync();
        Data.Dispose();
    }
}
