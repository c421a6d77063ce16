using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Interactions;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.Host;

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
        FakeSlackOptions options = new() { Scopes = Manifest.Socket.Scopes, BotEvents = Manifest.Socket.BotEvents };
        await using var slack = await FakeSlackServer.StartAsync(options, Cancellation);
        var channel = slack.World.AddChannel("general", ChannelType.Public);
        var admin = slack.World.AddUser("chief", UserRole.Admin);
        var reader = slack.World.AddUser("reader", UserRole.Member);
        await using var bot = await BotOnSlack.StartAsync(slack, _data, Cancellation, ("Coverage:Paths:0", coverage.Path));
        coverage.Write(ShrinkingCoverage.After);

        var held = await AnswerAsync(slack, slack.Interactions.Command(admin, channel, "/briefing", "reindex"), "Indexed");
        var refused = await AnswerAsync(slack, slack.Interactions.Click(reader, held, "removal"), "Only administrators");
        var done = await AnswerAsync(slack, slack.Interactions.Click(admin, held, "removal"), "Indexed");

        Assert.Contains("0 removed", held.VisibleText, StringComparison.Ordinal);
        Assert.Contains("18 of the 30 articles", held.VisibleText, StringComparison.Ordinal);
        Assert.Equal(reader, refused.EphemeralTo);
        Assert.Contains("18 removed", done.VisibleText, StringComparison.Ordinal);
        Assert.DoesNotContain("removal:", done.Blocks.ToJsonString(), StringComparison.Ordinal);
    }

    private static Task<FakeMessage> AnswerAsync(FakeSlackServer slack, FakeInteraction interaction, string start) =>
        slack.Record.WaitForAnswerAsync(
            interaction,
            message => message.VisibleText.StartsWith(start, StringComparison.Ordinal),
            TimeSpan.FromSeconds(60),
            Cancellation
        );
}
