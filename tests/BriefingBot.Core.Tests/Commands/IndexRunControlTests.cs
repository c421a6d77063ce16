using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Commands.Status;
using BriefingBot.Core.Tests.Chat;
using Xunit;

namespace BriefingBot.Core.Tests.Commands;

/// <summary>An index run that is told to stand still, to go on or to end, by its own process or another one on the store.</summary>
public sealed class IndexRunControlTests : IDisposable
{
    // More than two calls of the encoder take.
    private const int Articles = 900;

    private readonly ChatFolder _folder = new();
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Another_process_ends_a_run_that_it_let_stand_still_and_the_next_run_goes_on_from_there()
    {
        await using var first = await ChatBot.StartAsync(_folder, Ct);
        await using var second = await ChatBot.OpenAsync(_folder, Ct);
        var running = await StartAsync(first);

        Assert.NotNull(Assert.IsType<ReindexControlled>(await Tell(second, LeaseWish.Pause)).Since);
        await UntilAsync(async () => await first.Get<IndexRuns>().IsPausedAsync(Ct));
        _open.SetResult();
        await UntilAsync(async () => await CountAsync(first) > 2);
        Assert.True(Assert.IsType<StatusResult>(await second.Get<StatusCommand>().RunAsync(Call(), Ct)).IsPaused);
        Assert.False(running.IsCompleted);

        await Tell(second, LeaseWish.End);
        Assert.Contains("was cancelled", Assert.IsType<ReindexEnded>(await running).Reason, StringComparison.Ordinal);
        int stored = await CountAsync(first);
        Assert.InRange(stored, 3, Articles - 1);
        Assert.Contains(
            (await first.State.ListAuditAsync(10, Ct)),
            entry => (entry.Action, entry.Outcome) == ("reindex", "ended by command")
        );

        var rest = Assert.IsType<ReindexResult>(await Reindex(first)).Report;
        Assert.Equal(Articles + 2 - stored, rest.Added);
    }

    [Fact]
    public async Task A_run_that_stood_still_goes_on_to_its_end()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);
        var running = await StartAsync(bot);

        await Tell(bot, LeaseWish.Pause);
        _open.SetResult();
        await UntilAsync(async () => await CountAsync(bot) > 2);
        Assert.False(running.IsCompleted);
        await Tell(bot, LeaseWish.GoOn);

        Assert.Equal(Articles, Assert.IsType<ReindexResult>(await running).Report.Added);
    }

    [Fact]
    public async Task Nobody_is_told_where_no_run_is_going_on_and_only_administrators_may()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);

        Assert.Equal("No index run is going on.", Assert.IsType<ReindexControlled>(await Tell(bot, LeaseWish.Pause)).ToString());
        var anybody = Call() with { User = new ChatUser("reader") };
        Assert.IsType<CommandRefused>(await bot.Get<ReindexCommand>().ControlAsync(anybody, LeaseWish.End, Ct));
    }

    private async Task<Task<CommandResult>> StartAsync(ChatBot bot)
    {
        File.WriteAllLines(
            Path.Combine(_folder.Coverage, "many.jsonl"),
            Enumerable
                .Range(0, Articles)
                .Select(i =>
                    $$"""{"id":"m{{i}}","title":"Report {{i}}","text":"The council of town {{i}} met on day {{i}} and spoke of road {{i}}."}"""
                )
        );
        bot.Encoder.Before = token =>
        {
            _reached.TrySetResult();
            return _open.Task.WaitAsync(token);
        };
        var running = Reindex(bot);
        await _reached.Task.WaitAsync(Ct);
        return running;
    }

    private static Task<CommandResult> Reindex(ChatBot bot) =>
        bot.Get<ReindexCommand>().RunAsync(Call(), rebuild: false, source: null, static (_, _) => Task.CompletedTask, Ct);

    private static Task<CommandResult> Tell(ChatBot bot, LeaseWish wish) => bot.Get<ReindexCommand>().ControlAsync(Call(), wish, Ct);

    private static CommandCall Call() =>
        new()
        {
            Id = new ChatQuestionId("discord", Guid.NewGuid().ToString()),
            Address = new ChatAddress("discord", "guild", "channel"),
            User = new ChatUser("admin", IsAdmin: true),
            Called = TimeProvider.System.GetUtcNow(),
            ReplyToken = "token",
        };

    private static async Task<int> CountAsync(ChatBot bot) =>
        Assert.IsType<StatusResult>(await bot.Get<StatusCommand>().RunAsync(Call(), Ct)).Store.Articles;

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(20));
        while (!await holds())
        {
            await timer.WaitForNextTickAsync(Ct);
        }
    }
}
