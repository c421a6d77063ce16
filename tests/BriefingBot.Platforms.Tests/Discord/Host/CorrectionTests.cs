using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Discord;

namespace BriefingBot.Platforms.Tests.Discord.Host;

public sealed class CorrectionTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly DataFolder _data = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_revision_of_what_was_quoted_is_told_once_in_reply_to_the_question_and_to_a_private_asker_alone()
    {
        RevisedCoverage coverage = new(_data);
        coverage.Write(RevisedCoverage.First);
        await using var discord = await FakeDiscord.StartAsync(cancellationToken: Cancellation);
        var channel = discord.World.AddGuild("Newsroom").AddTextChannel("general");
        var reader = discord.World.AddUser("reader");
        var other = discord.World.AddUser("other");
        channel.Guild!.AddMember(reader);
        channel.Guild.AddMember(other);
        await using var bot = await BotOnDiscord.StartAsync(
            discord,
            _data,
            Cancellation,
            ("Coverage:Paths:0", coverage.Path),
            ("Coverage:Watch", "true")
        );
        var question = discord.World.Mention(reader, channel, RevisedCoverage.Question);
        await discord.Record.WaitForAnswerAsync(question, cancellationToken: Cancellation);
        var asked = discord.Interactions.InvokeCommand(
            other,
            channel,
            "ask",
            new Dictionary<string, object> { ["question"] = RevisedCoverage.Question, ["private"] = true }
        );
        await discord.Record.WaitForAnswerAsync(asked, cancellationToken: Cancellation);

        coverage.Write(RevisedCoverage.Second);
        var replied = await discord.Record.WaitForMessageAsync(
            message => message.ReferenceId == question.Id && message.VisibleText.Contains("Correction:", StringComparison.Ordinal),
            Patience,
            Cancellation
        );
        var direct = await discord.Record.WaitForMessageAsync(
            message => message.Channel != channel && message.VisibleText.Contains("Correction:", StringComparison.Ordinal),
            Patience,
            Cancellation
        );

        Assert.Contains(RevisedCoverage.First, replied.VisibleText, StringComparison.Ordinal);
        Assert.Contains(RevisedCoverage.Second, replied.VisibleText, StringComparison.Ordinal);
        Assert.Contains("/changes/bus?from=1&to=2", replied.VisibleText, StringComparison.Ordinal);
        Assert.Contains(RevisedCoverage.Question, direct.VisibleText, StringComparison.Ordinal);
        Assert.Empty(discord.Record.Violations);
        Assert.Equal(["2"], _data.Query("SELECT count(*) FROM announcement"));
    }
}
