using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.Host;

public sealed class CorrectionTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly DataFolder _data = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_revision_of_what_was_quoted_is_told_in_the_thread_to_a_private_asker_and_to_the_desk_that_hears_of_all()
    {
        RevisedCoverage coverage = new(_data);
        coverage.Write(RevisedCoverage.First);
        FakeSlackOptions options = new() { Scopes = Manifest.Socket.Scopes, BotEvents = Manifest.Socket.BotEvents };
        await using var slack = await FakeSlackServer.StartAsync(options, Cancellation);
        var channel = slack.World.AddChannel("general", ChannelType.Public);
        var desk = slack.World.AddChannel("corrections", ChannelType.Public);
        var reader = slack.World.AddUser("reader", UserRole.Member);
        await using var bot = await BotOnSlack.StartAsync(
            slack,
            _data,
            Cancellation,
            ("Coverage:Paths:0", coverage.Path),
            ("Coverage:Watch", "true"),
            ("Corrections:Notify", $"threads, slack:{desk.Id}")
        );
        var question = slack.World.Mention(reader, channel, RevisedCoverage.Question);
        var answer = await slack.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);
        var asked = slack.Interactions.Command(
            slack.World.AddUser("other", UserRole.Member),
            channel,
            "/briefing",
            $"ask {RevisedCoverage.Question}"
        );
        await slack.Record.WaitForOutcomeAsync(asked, Patience, Cancellation);

        coverage.Write(RevisedCoverage.Second);
        var threaded = await slack.Record.WaitForMessageAsync(
            message => message.ThreadTs == question.Ts && message.VisibleText.Contains("Correction:", StringComparison.Ordinal),
            Patience,
            Cancellation
        );
        var direct = await slack.Record.WaitForMessageAsync(
            static message =>
                message.Channel.Type == ChannelType.DirectMessage && message.VisibleText.Contains("Correction:", StringComparison.Ordinal),
            Patience,
            Cancellation
        );
        var told = await slack.Record.WaitForMessageAsync(message => message.Channel == desk, Patience, Cancellation);

        Assert.Contains("Five people", answer.VisibleText, StringComparison.Ordinal);
        Assert.Contains(RevisedCoverage.First, threaded.VisibleText, StringComparison.Ordinal);
        Assert.Contains(RevisedCoverage.Second, threaded.VisibleText, StringComparison.Ordinal);
        Assert.Contains(
            threaded.Links(),
            static link =>
                link.Contains("/changes/bus?from=1&to=2", StringComparison.Ordinal)
                || link.Contains("/changes/bus?from=1&amp;to=2", StringComparison.Ordinal)
        );
        Assert.Contains(RevisedCoverage.Question, direct.VisibleText, StringComparison.Ordinal);
        Assert.Contains(RevisedCoverage.Second, told.VisibleText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_on_below_an_answer_learns_that_a_newer_report_has_another_figure_and_nobody_else_is_told()
    {
        RevisedCoverage coverage = new(_data);
        coverage.Write(RevisedCoverage.First);
        coverage.WriteOther();
        FakeSlackOptions options = new() { Scopes = Manifest.Socket.Scopes, BotEvents = Manifest.Socket.BotEvents };
        await using var slack = await FakeSlackServer.StartAsync(options, Cancellation);
        var channel = slack.World.AddChannel("general", ChannelType.Public);
        var reader = slack.World.AddUser("reader", UserRole.Member);
        await using var bot = await BotOnSlack.StartAsync(
            slack,
            _data,
            Cancellation,
            ("Coverage:Paths:0", coverage.Path),
            ("Coverage:Watch", "true")
        );
        var question = slack.World.Mention(reader, channel, RevisedCoverage.Question);
        await slack.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);
        coverage.ReportAgain(RevisedCoverage.Second);
        await bot.WaitForLogAsync("Indexed: 1 added", Cancellation);

        var next = slack.World.Mention(reader, channel, "Who opened the new library of Wendton?", question);
        var answer = await slack.Record.WaitForAnswerAsync(
            next,
            static message => message.VisibleText.Contains("Anna Smith", StringComparison.Ordinal),
            Patience,
            Cancellation
        );

        Assert.Contains(
            "different figure: Seven people (Coast Wire, June 22, 2024); the earlier answer has Five people",
            answer.VisibleText,
            StringComparison.Ordinal
        );
        Assert.Single(slack.Record.AnswersTo(question), static message => message.VisibleText.Contains("Seven", StringComparison.Ordinal));
    }
}
