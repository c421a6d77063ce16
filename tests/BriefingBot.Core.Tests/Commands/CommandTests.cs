using System.Collections.Concurrent;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Rendering.Splitting;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Ask;
using BriefingBot.Core.Commands.Channel;
using BriefingBot.Core.Commands.FactCheck;
using BriefingBot.Core.Commands.Feedback;
using BriefingBot.Core.Commands.Help;
using BriefingBot.Core.Commands.Latest;
using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Commands.Share;
using BriefingBot.Core.Commands.ShowPassages;
using BriefingBot.Core.Commands.Sources;
using BriefingBot.Core.Commands.Status;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Tests.Chat;
using BriefingBot.Core.Tests.Chat.Rendering;
using BriefingBot.TestServers.News;
using Xunit;

namespace BriefingBot.Core.Tests.Commands;

public sealed class CommandTests : IDisposable
{
    private readonly ChatFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ask_takes_the_question_once_and_the_private_answer_goes_to_the_reply_token()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);
        var ask = bot.Get<AskCommand>();

        Assert.Equal(
            new QuestionAccepted(ChatArrival.Accepted),
            await ask.RunAsync(Call("1"), "Who signed the fishing treaty?", isPrivate: true, Ct)
        );
        Assert.Equal(
            new QuestionAccepted(ChatArrival.Known),
            await ask.RunAsync(Call("1"), "Who signed the fishing treaty?", isPrivate: true, Ct)
        );

        var reply = await bot.Platform.NextAsync(Ct);
        Assert.Equal("token", reply.Question.ReplyToken);
        Assert.True(Assert.IsType<AnswerReply>(reply.Reply).Answer.IsPrivate);
    }

    [Fact]
    public async Task A_message_is_checked_against_the_coverage()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);
        var check = bot.Get<FactCheckCommand>();

        Assert.IsType<CommandRefused>(await check.RunAsync(Call("1"), "https://x.example", isPrivate: false, Ct));
        await check.RunAsync(Call("2"), "Anna Berg signed the fishing treaty in Oslo.", isPrivate: false, Ct);

        var answer = Assert.IsType<AnswerReply>((await bot.Platform.NextAsync(Ct)).Reply).Answer;
        Assert.Equal("treaty", answer.Citations[0].Article.Id.Value);
        Assert.Equal(ClaimOutcome.Supported, Assert.Single(answer.Claims).Outcome);
        Assert.Equivalent(answer, await bot.Conversations.FindAnswerAsync(answer.Id, Ct));
    }

    [Theory]
    [InlineData(
        "The treaty limits cod catches to 60,000 tons a year.",
        ClaimOutcome.Contradicted,
        "the article says “40,000”, the message “60,000”"
    )]
    [InlineData(
        "Anna Berg did not sign the fishing treaty in Oslo.",
        ClaimOutcome.Contradicted,
        "the article says the opposite, or denies it"
    )]
    [InlineData("The treaty limits herring catches to 40,000 tons a year.", ClaimOutcome.NotTold, null)]
    [InlineData("Foreign Minister Lavrov sent tanks to Oslo.", ClaimOutcome.NotTold, null)]
    [InlineData("She signed the fishing treaty in Oslo on Friday.", ClaimOutcome.NotTold, "another sentence says whom or what “She” means")]
    [InlineData("The city of Bergen signed the fishing treaty in Oslo.", ClaimOutcome.NotTold, null)]
    public async Task A_claim_is_contradicted_only_by_what_tells_the_same(string claim, ClaimOutcome outcome, string? remark)
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);

        await bot.Get<FactCheckCommand>().RunAsync(Call("1"), claim, isPrivate: true, Ct);

        var found = Assert.Single(Assert.IsType<AnswerReply>((await bot.Platform.NextAsync(Ct)).Reply).Answer.Claims);
        Assert.Equal((outcome, remark ?? found.Remark), (found.Outcome, found.Remark));
    }

    [Fact]
    public async Task A_question_is_asked_and_not_checked()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);

        await bot.Get<FactCheckCommand>().RunAsync(Call("1"), "Who signed the fishing treaty in Oslo?", isPrivate: true, Ct);

        var answer = Assert.IsType<AnswerReply>((await bot.Platform.NextAsync(Ct)).Reply).Answer;
        Assert.Empty(answer.Claims);
        Assert.Contains("Anna Berg", answer.Sentences[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Latest_gives_the_newest_first_and_refuses_a_wrong_count()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);
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
            Path.Combine(_folder.Coverage, "more.jsonl"),
            [
                """{"id":"1","title":"One","published":"2024-01-01","outlet":"The Paper","text":"One thing happened in Rome."}""",
                """{"id":"2","title":"Two","published":"2024-03-01","outlet":"the paper","text":"Another thing happened in Paris."}""",
                """{"id":"3","title":"Three","outlet":"The Paper","text":"A third thing happened in Lima."}""",
                """{"id":"4","title":"Four","published":"2024-02-01","outlet":"Herald","text":"A fourth thing happened in Oslo."}""",
            ]
        );
        await using var bot = await ChatBot.StartAsync(_folder, Ct);

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
    public async Task Commands_for_admins_refuse_others_and_keep_the_attempt()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);
        var call = Call("1") with { User = new ChatUser("mallory") };

        CommandResult[] results =
        [
            await bot.Get<StatusCommand>().RunAsync(call, Ct),
            await bot.Get<ReindexCommand>().RunAsync(call, rebuild: true, null, (_, _) => Task.CompletedTask, Ct),
            await bot.Get<ChannelSettingsCommand>().RunAsync(call, new ChannelSettingsChange { Enabled = false }, Ct),
        ];

        Assert.All(results, result => Assert.IsType<CommandRefused>(result));
        Assert.Equal(ChannelSettings.Default, await bot.State.GetSettingsAsync(call.Address, Ct));
        var audit = await bot.State.ListAuditAsync(10, Ct);
        Assert.Equal(["channel enabled=false", "reindex rebuild", "status"], audit.Select(entry => entry.Action));
        Assert.All(audit, entry => Assert.Equal(("mallory", "refused: not an administrator"), (entry.UserId, entry.Outcome)));
        Assert.DoesNotContain(HelpCommand.Run(call).Entries, entry => entry.IsAdminOnly);
        Assert.Contains(HelpCommand.Run(Call("2")).Entries, entry => entry.IsAdminOnly);
    }

    [Fact]
    public async Task Reindex_of_a_source_reads_it_first_and_an_unknown_one_is_refused_with_the_names_that_there_are()
    {
        await using var news = await FakeNewsServer.StartAsync(Ct);
        news["/feed.xml"] = FakeNewsPage.Of(
            "<rss><channel><item><guid>g</guid><title>Museum opens</title><description>The city museum opened in "
                + "Tromso on Tuesday.</description></item></channel></rss>"
        );
        await using var bot = await ChatBot.StartAsync(_folder, Ct);
        await bot.Get<ISourceStore>()
            .AddAsync(
                new CoverageSource(SourceName.Parse("tromso"), SourceKind.Feed, news.At("/feed.xml").AbsoluteUri) { AllowsPrivate = true },
                Ct
            );

        var result = Assert.IsType<ReindexResult>(
            await bot.Get<ReindexCommand>().RunAsync(Call("1"), rebuild: false, "Tromso", (_, _) => Task.CompletedTask, Ct)
        );
        var refused = Assert.IsType<CommandRefused>(
            await bot.Get<ReindexCommand>().RunAsync(Call("2"), rebuild: false, "oslo", (_, _) => Task.CompletedTask, Ct)
        );
        var status = Assert.IsType<StatusResult>(await bot.Get<StatusCommand>().RunAsync(Call("3"), Ct));

        Assert.Equal((1, 1), (result.Check?.Added, result.Report.Added));
        Assert.Contains("no source 'oslo'", refused.Reason, StringComparison.Ordinal);
        Assert.Contains("tromso", refused.Reason, StringComparison.Ordinal);
        Assert.Null(Assert.Single(status.Sources).State.Error);
        Assert.Contains(
            (await bot.State.ListAuditAsync(10, Ct)).Select(entry => entry.Action),
            action => action == "reindex source:Tromso"
        );
    }

    [Fact]
    public async Task Reindex_gives_a_final_account_and_leaves_its_traces()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);
        _folder.Write("new", "Museum opens", "July 9, 2024", "The city museum opened in Tromso on Tuesday.");
        ConcurrentQueue<IngestionProgress> shown = [];

        var result = await bot.Get<ReindexCommand>()
            .RunAsync(
                Call("1"),
                rebuild: false,
                source: null,
                (progress, _) =>
                {
                    shown.Enqueue(progress);
                    return Task.CompletedTask;
                },
                Ct
            );

        var report = Assert.IsType<ReindexResult>(result).Report;
        Assert.Equal((1, 2), (report.Added, report.Unchanged));
        Assert.Equal(
            ["done: 1 added, 0 updated, 0 removed, 0 failed", "requested"],
            (await bot.State.ListAuditAsync(10, Ct)).Select(entry => entry.Outcome)
        );
        var status = Assert.IsType<StatusResult>(await bot.Get<StatusCommand>().RunAsync(Call("2"), Ct));
        Assert.Equal((3, null), (status.Store.Articles, status.RunningSince));
        Assert.Equal(report, status.LastRun!.Report);
    }

    [Fact]
    public async Task A_second_index_run_is_refused_here_and_in_another_process_until_the_first_is_over()
    {
        await using var first = await ChatBot.StartAsync(_folder, Ct);
        await using var second = await ChatBot.OpenAsync(_folder, Ct);
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        first.Encoder.Before = token =>
        {
            reached.TrySetResult();
            return open.Task.WaitAsync(token);
        };

        var running = Reindex(first, "1");
        await reached.Task.WaitAsync(Ct);
        var here = await Reindex(first, "2");
        var there = await Reindex(second, "3");
        Assert.NotNull(Assert.IsType<StatusResult>(await second.Get<StatusCommand>().RunAsync(Call("4"), Ct)).RunningSince);
        open.SetResult();

        Assert.IsType<ReindexResult>(await running);
        Assert.IsType<ReindexBusy>(here);
        Assert.IsType<ReindexBusy>(there);
        Assert.IsType<ReindexResult>(await Reindex(second, "5"));
    }

    [Fact]
    public async Task Reindex_of_a_coverage_that_is_gone_says_so_to_the_admin()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);
        Directory.Delete(_folder.Coverage, recursive: true);

        var refused = Assert.IsType<CommandRefused>(await Reindex(bot, "1"));

        Assert.Contains("coverage", refused.Reason, StringComparison.Ordinal);
        Assert.StartsWith("failed: ", (await bot.State.ListAuditAsync(1, Ct))[0].Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Channel_settings_change_one_by_one_and_a_collection_must_exist()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);
        var command = bot.Get<ChannelSettingsCommand>();

        Assert.Equal(
            new ChannelSettingsResult(ChannelSettings.Default, false),
            await command.RunAsync(Call("1"), new ChannelSettingsChange(), Ct)
        );
        await command.RunAsync(Call("2"), new ChannelSettingsChange { Style = ReplyStyle.Thread }, Ct);
        await command.RunAsync(Call("3"), new ChannelSettingsChange { Collection = "default" }, Ct);
        Assert.Contains(
            "'sprot'",
            Assert.IsType<CommandRefused>(await command.RunAsync(Call("4"), new ChannelSettingsChange { Collection = "sprot" }, Ct)).Reason,
            StringComparison.Ordinal
        );

        ChannelSettings expected = new() { Style = ReplyStyle.Thread, Collection = "default" };
        Assert.Equal(expected, await bot.State.GetSettingsAsync(Call("5").Address, Ct));
        await command.RunAsync(Call("6"), new ChannelSettingsChange { Collection = "" }, Ct);
        Assert.Null((await bot.State.GetSettingsAsync(Call("5").Address, Ct)).Collection);
    }

    [Fact]
    public async Task Passages_are_shown_in_full_with_the_quote_marked_also_when_the_article_changed()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);
        var answer = await AnswerAsync(bot, "1", isPrivate: false);
        _folder.Write("treaty", "Ministers sign fishing treaty", "June 21, 2024", "Foreign Minister Anna Berg signed nothing.");
        await Reindex(bot, "2");

        var result = Assert.IsType<PassagesResult>(await bot.Get<ShowPassagesCommand>().RunAsync(Call("3"), answer.Id, 0, Ct));

        var passage = result.Passages[0];
        Assert.Equal(passage.Citation.Quote, passage.Text.Substring(passage.QuoteStart, passage.Citation.Quote.Length));
        Assert.True(passage.Text.Length > passage.Citation.Quote.Length);
        Assert.False(passage.IsCurrent);
        string shown = MessageSplitter.Split(bot.Get<CommandLayout>().Of(result), new BracketMarkup(), new MessageLimits(2000))[0].Text;
        Assert.Contains("changed or withdrawn since", shown, StringComparison.Ordinal);
        Assert.Contains($"«{passage.Citation.Quote}»", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_asker_sees_and_shares_a_private_answer_and_shares_it_once()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);
        var answer = await AnswerAsync(bot, "1", isPrivate: true);
        var share = bot.Get<ShareCommand>();
        var other = Call("2") with { User = new ChatUser("other") };
        List<ChatAnswer> posted = [];
        Task Post(ChatAnswer shared, CancellationToken token)
        {
            posted.Add(shared);
            return posted.Count == 1 ? throw new ChatDeliveryException("HTTP 500", isPermanent: false) : Task.CompletedTask;
        }

        Assert.IsType<CommandRefused>(await share.RunAsync(other, answer.Id, Post, Ct));
        Assert.IsType<CommandRefused>(await bot.Get<ShowPassagesCommand>().RunAsync(other, answer.Id, 0, Ct));
        Assert.IsType<PassagesResult>(await bot.Get<ShowPassagesCommand>().RunAsync(Call("3"), answer.Id, 0, Ct));
        Assert.Empty(posted);

        Assert.IsType<CommandFailed>(await share.RunAsync(Call("4"), answer.Id, Post, Ct));
        Assert.IsType<ShareResult>(await share.RunAsync(Call("5"), answer.Id, Post, Ct));
        Assert.IsType<CommandRefused>(await share.RunAsync(Call("6"), answer.Id, Post, Ct));
        Assert.IsType<PassagesResult>(await bot.Get<ShowPassagesCommand>().RunAsync(other, answer.Id, 0, Ct));
        Assert.Equal(2, posted.Count);
    }

    [Fact]
    public async Task A_vote_counts_by_its_last_word_and_needs_an_answer()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);
        var answer = await AnswerAsync(bot, "1", isPrivate: false);
        var feedback = bot.Get<FeedbackCommand>();

        await feedback.RunAsync(Call("2"), answer.Id, FeedbackVote.Helpful, Ct);
        Assert.Equal(
            new FeedbackResult(FeedbackVote.NotHelpful, answer.Id),
            await feedback.RunAsync(Call("3"), answer.Id, FeedbackVote.NotHelpful, Ct)
        );

        Assert.Equal(new FeedbackCount(0, 1), await bot.Conversations.CountVotesAsync(answer.Id, Ct));
        Assert.IsType<CommandRefused>(await feedback.RunAsync(Call("4"), AnswerId.Parse("0123456789abcdef0123"), FeedbackVote.Helpful, Ct));
    }

    [Fact]
    public async Task Every_result_has_something_to_show()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);
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

    private static CommandCall Call(string key) =>
        new()
        {
            Id = new ChatQuestionId("discord", key),
            Address = new ChatAddress("discord", "guild", "channel"),
            User = new ChatUser("admin", IsAdmin: true),
            Called = TimeProvider.System.GetUtcNow(),
            ReplyToken = "token",
        };

    private static Task<CommandResult> Reindex(ChatBot bot, string key) =>
        bot.Get<ReindexCommand>().RunAsync(Call(key), rebuild: true, null, (_, _) => Task.CompletedTask, Ct);

    private static async Task<ChatAnswer> AnswerAsync(ChatBot bot, string key, bool isPrivate)
    {
        await bot.Get<AskCommand>().RunAsync(Call(key), "Who signed the fishing treaty in Oslo?", isPrivate, Ct);
        var answer = Assert.IsType<AnswerReply>((await bot.Platform.NextAsync(Ct)).Reply).Answer;
        Assert.False(answer.Abstained);
        return answer;
    }
}
