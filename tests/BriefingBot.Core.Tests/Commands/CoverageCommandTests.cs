using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Rendering.Splitting;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Channel;
using BriefingBot.Core.Commands.Feedback;
using BriefingBot.Core.Commands.Help;
using BriefingBot.Core.Commands.Latest;
using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Commands.Share;
using BriefingBot.Core.Commands.ShowPassages;
using BriefingBot.Core.Commands.Sources;
using BriefingBot.Core.Commands.Status;
using BriefingBot.Core.Tests.Chat;
using BriefingBot.Core.Tests.Chat.Rendering;
using Xunit;

namespace BriefingBot.Core.Tests.Commands;

/// <summary>What the coverage holds, and how every result is shown.</summary>
public sealed class CoverageCommandTests : CommandTest
{
    [Fact]
    public async Task Latest_gives_the_newest_first_and_refuses_a_wrong_count()
    {
        await using var bot = await ChatBot.StartAsync(Folder, Ct);
        var latest = bot.Get<LatestCommand>();

        var result = Assert.IsType<LatestResult>(await latest.RunAsync(Call("1"), " ", null, Ct));
        Assert.Equal(["bridge", "treaty"], result.Briefing.Entries.Select(entry => entry.Article.Id.Value));
        Assert.Null(result.Topic);
        Assert.Equal(
            "The count is 11; give a number from 1 to 10.",
            Assert.IsType<CommandRefused>(await latest.RunAsync(Call("2"), null, 11, Ct)).Reason
        );
        Assert.Contains(
            "no word that could be looked up",
            Assert.IsType<CommandRefused>(await latest.RunAsync(Call("3"), "???", null, Ct)).Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Sources_counts_articles_dates_and_undated_by_outlet()
    {
        File.WriteAllLines(
            Path.Combine(Folder.Coverage, "more.jsonl"),
            [
                """{"id":"1","title":"One","published":"2024-01-01","outlet":"The Paper","text":"One thing happened in Rome."}""",
                """{"id":"2","title":"Two","published":"2024-03-01","outlet":"the paper","text":"Another thing happened in Paris."}""",
                """{"id":"3","title":"Three","outlet":"The Paper","text":"A third thing happened in Lima."}""",
                """{"id":"4","title":"Four","published":"2024-02-01","outlet":"Herald","text":"A fourth thing happened in Oslo."}""",
            ]
        );
        await using var bot = await ChatBot.StartAsync(Folder, Ct);

        var all = Assert.IsType<SourcesResult>(await bot.Get<SourcesCommand>().RunAsync(Call("1"), null, Ct));
        Assert.Equal([3, 1, 2], all.Outlets.Select(outlet => outlet.Articles));
        Assert.Null(all.Outlets[2].Outlet);
        var paper = Assert.Single(Assert.IsType<SourcesResult>(await bot.Get<SourcesCommand>().RunAsync(Call("2"), "PAPER", Ct)).Outlets);
        Assert.Equal((3, new DateOnly(2024, 1, 1), new DateOnly(2024, 3, 1), 1), (paper.Articles, paper.First, paper.Last, paper.Undated));
        Assert.Equal("on this machine", Assert.Single(all.Intake).Standing);
        var reader = Call("3") with { User = new ChatUser("mallory") };
        Assert.Empty(Assert.IsType<SourcesResult>(await bot.Get<SourcesCommand>().RunAsync(reader, null, Ct)).Intake);
    }

    [Fact]
    public async Task Every_result_has_something_to_show()
    {
        await using var bot = await ChatBot.StartAsync(Folder, Ct);
        var answer = await AnswerAsync(bot, "1", isPrivate: true);
        CommandResult[] results =
        [
            new CommandRefused("No."),
            new CommandFailed("Broken."),
            await bot.Get<LatestCommand>().RunAsync(Call("2"), null, null, Ct),
            await bot.Get<LatestCommand>().RunAsync(Call("3"), "walruses", null, Ct),
            await bot.Get<SourcesCommand>().RunAsync(Call("4"), null, Ct),
            HelpCommand.Run(Call("5")),
            await bot.Get<StatusCommand>().RunAsync(Call("6"), Ct),
            await Reindex(bot, "7"),
            new ReindexBusy(DateTimeOffset.UnixEpoch),
            await bot.Get<ChannelSettingsCommand>().RunAsync(Call("8"), new ChannelSettingsChange(), Ct),
            new FeedbackResult(FeedbackVote.Helpful, answer.Id),
            await bot.Get<ShowPassagesCommand>().RunAsync(Call("9"), answer.Id, 0, Ct),
            await bot.Get<ShareCommand>().RunAsync(Call("10"), answer.Id, (_, _) => Task.CompletedTask, Ct),
        ];

        Assert.All(
            results,
            result =>
                Assert.NotEmpty(
                    MessageSplitter.Split(bot.Get<CommandLayout>().Of(result, "/briefing "), new BracketMarkup(), new MessageLimits(2000))
                )
        );
    }
}
