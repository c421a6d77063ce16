using System.Collections.Concurrent;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Channel;
using BriefingBot.Core.Commands.Help;
using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Commands.Status;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Tests.Chat;
using BriefingBot.TestServers.News;
using Xunit;

namespace BriefingBot.Core.Tests.Commands;

/// <summary>What only administrators may do.</summary>
public sealed class AdminCommandTests : CommandTest
{
    [Fact]
    public async Task Commands_for_admins_refuse_others_and_keep_the_attempt()
    {
        await using var bot = await ChatBot.StartAsync(Folder, Ct);
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
        await using var bot = await ChatBot.StartAsync(Folder, Ct);
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
        await using var bot = await ChatBot.StartAsync(Folder, Ct);
        Folder.Write("new", "Museum opens", "July 9, 2024", "The city museum opened in Tromso on Tuesday.");
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
        await using var first = await ChatBot.StartAsync(Folder, Ct);
        await using var second = await ChatBot.OpenAsync(Folder, Ct);
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
        await using var bot = await ChatBot.StartAsync(Folder, Ct);
        Directory.Delete(Folder.Coverage, recursive: true);

        var refused = Assert.IsType<CommandRefused>(await Reindex(bot, "1"));

        Assert.Contains("coverage", refused.Reason, StringComparison.Ordinal);
        Assert.StartsWith("failed: ", (await bot.State.ListAuditAsync(1, Ct))[0].Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Channel_settings_change_one_by_one_and_a_collection_must_exist()
    {
        await using var bot = await ChatBot.StartAsync(Folder, Ct);
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
}
