using System.Diagnostics;
using System.Globalization;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Benchmarks.Chat.Limits;

/// <summary>What a channel that is limited, with questions waiting in it, costs everybody else.</summary>
internal static class ChatFairness
{
    private const int Waiting = 50;
    private const int Rounds = 3;
    private const int WarmUps = 2;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        await using (
            var bot = await DiscordOn.StartAsync(LimitedRoom.Elsewhere + 1, LimitedRoom.People, LimitedRoom.Patience, cancellationToken)
        )
        {
            await RunAsync("Discord", new DiscordLimited(bot.Room), bot.Bot.Services, cancellationToken);
        }

        await using (
            var bot = await SlackOn.StartAsync(LimitedRoom.Elsewhere + 1, LimitedRoom.People, LimitedRoom.Patience, cancellationToken)
        )
        {
            await RunAsync("Slack", new SlackLimited(bot.Room), bot.Bot.Services, cancellationToken);
        }
    }

    private static async Task RunAsync(string platform, LimitedRoom run, IServiceProvider services, CancellationToken cancellationToken)
    {
        await AskAsync(run, WarmUps, cancellationToken);
        var without = await AskAsync(run, Rounds, cancellationToken);
        run.Limit(Limit);
        long limited = Stopwatch.GetTimestamp();
        await WaitForAnswersAsync(run.AskInLimited(Waiting), services, cancellationToken);
        var with = await AskAsync(run, Rounds, cancellationToken);
        bool isLimitedStill = Stopwatch.GetElapsedTime(limited) < Limit && run.CountPosted() == 0;
        run.Lift();
        await run.WaitForLimitedAsync(cancellationToken);

        Console.WriteLine(
            $"{platform}, {Environment.ProcessorCount} cores, {Rounds} rounds of 50 questions in ten channels, DMs and by command"
        );
        Print("without a limited channel", without);
        Print($"one limited for {Limit.TotalSeconds:0} s, {Waiting} waiting", with);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"p95 {P95(with) / P95(without):F2} times; {(isLimitedStill ? "none" : "SOME")} of the {Waiting} was "
                    + $"posted meanwhile; all have their answer {Stopwatch.GetElapsedTime(limited).TotalSeconds:F0} s after "
                    + $"the limit began, {run.CountNotOnce()} not exactly once"
            )
        );
    }

    private static async Task<TimeSpan[]> AskAsync(LimitedRoom run, int rounds, CancellationToken cancellationToken)
    {
        List<TimeSpan> taken = [];
        for (int i = 0; i < rounds; i++)
        {
            taken.AddRange(await run.AskElsewhereAsync(cancellationToken));
        }

        return [.. taken.Order()];
    }

    /// <summary>Done when all are answered; none can be posted.</summary>
    private static async Task WaitForAnswersAsync(
        IReadOnlyList<ChatQuestionId> questions,
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        var conversations = services.GetRequiredService<IConversationLog>();
        using PeriodicTimer timer = new(LookAgain);
        foreach (var question in questions)
        {
            while (await conversations.FindAnswerAsync(AnswerId.Of(question), cancellationToken) is null)
            {
                await timer.WaitForNextTickAsync(cancellationToken);
            }
        }
    }

    private static void Print(string run, TimeSpan[] taken) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{run, -40} median {taken[taken.Length / 2].TotalMilliseconds, 6:F0} ms, p95 "
                    + $"{P95(taken).TotalMilliseconds, 6:F0} ms, longest {taken[^1].TotalMilliseconds, 6:F0} ms"
            )
        );

    private static TimeSpan P95(TimeSpan[] sorted) => sorted[Math.Min(sorted.Length - 1, sorted.Length * 95 / 100)];
}
