using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Interactions;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;

namespace BriefingBot.Platforms.Tests.Discord.Host;

public sealed class RemovalTests : IDisposable
{
    private readonly DataFolder _data = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_removal_that_was_held_back_is_confirmed_by_an_administrator_and_by_nobody_else()
    {
        ShrinkingCoverage coverage = new(_data);
        coverage.Write(ShrinkingCoverage.Before);
        await using var discord = await FakeDiscord.StartAsync(cancellationToken: Cancellation);
        var channel = discord.World.AddGuild("Newsroom").AddTextChannel("general");
        var admin = discord.World.AddUser("chief");
        var reader = discord.World.AddUser("reader");
        channel.Guild!.AddMember(admin, channel.Guild.AddRole("managers", Permissions.ManageGuild));
        channel.Guild.AddMember(reader);
        await using var bot = await BotOnDiscord.StartAsync(discord, _data, Cancellation, ("Coverage:Paths:0", coverage.Path));
        coverage.Write(ShrinkingCoverage.After);

        var held = await AnswerAsync(
            discord,
            discord.Interactions.InvokeCommand(admin, channel, "reindex", new Dictionary<string, object>()),
            "Indexed"
        );
        string button = held
            .Components.ToJsonString()
            .Split('"')
            .Single(static text => text.StartsWith("removal:", StringComparison.Ordinal));
        var refused = await AnswerAsync(discord, discord.Interactions.ClickButton(reader, held, button), "Only administrators");
        var done = await AnswerAsync(discord, discord.Interactions.ClickButton(admin, held, button), "Indexed");

        Assert.Contains("0 removed", held.Content, StringComparison.Ordinal);
        Assert.Contains("18 of the 30 articles", held.Content, StringComparison.Ordinal);
        Assert.True(refused.IsEphemeral);
        Assert.Contains("18 removed", done.Content, StringComparison.Ordinal);
        Assert.Empty(done.Components);
    }

    private static Task<FakeMessage> AnswerAsync(FakeDiscord discord, FakeInteraction interaction, string start) =>
        discord.Record.WaitForAnswerAsync(
            interaction,
            message => message.Content.StartsWith(start, StringComparison.Ordinal),
            TimeSpan.FromSeconds(60),
            Cancellation
        );
}
