using System.Diagnostics;
using System.Globalization;
using BriefingBot.Platforms.Tests.Discord.Host;
using BriefingBot.Platforms.Tests.Host;
using BriefingBot.Platforms.Tests.Slack.Host;

namespace BriefingBot.Benchmarks.Chat.Limits;

/// <summary>
/// What becomes of answers that wait for a limited channel when the whole bot, a process of its own, is killed (-9): once while they wait,
/// and once more while they are posted.
/// </summary>
internal static class ChatKill
{
    private const int Waiting = 50;

    /// <summary>So many are posted when the second process is killed.</summary>
    private const int PostedAtSecondKill = 10;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs it on both platforms.</summary>
    /// <returns>Every answer was posted exactly once, and none while the channel was limited.</returns>
    public static async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var discord = await DiscordRoom.StartAsync(LimitedRoom.Elsewhere + 1, LimitedRoom.People, cancellationToken);
        await using var discordServer = discord.Discord;
        bool isRight = await RunAsync(
            "Discord",
            new DiscordLimited(discord),
            data => BotOnDiscord.StartAsync(discord.Discord, data, cancellationToken),
            cancellationToken
        );
        var slack = await SlackRoom.StartAsync(LimitedRoom.Elsewhere + 1, LimitedRoom.People, cancellationToken);
        await using var slackServer = slack.Slack;
        return await RunAsync(
                "Slack",
                new SlackLimited(slack),
                data => BotOnSlack.StartAsync(slack.Slack, data, cancellationToken),
                cancellationToken
            ) && isRight;
    }

    private static async Task<bool> RunAsync(
        string platform,
        LimitedRoom room,
        Func<DataFolder, Task<RunningBot>> start,
        CancellationToken cancellationToken
    )
    {
        using DataFolder data = new();
        var bot = await start(data);
        try
        {
            await room.AskOnceAsync(0, cancellationToken);
            room.Limit(Limit);
            long limited = Stopwatch.GetTimestamp();
            room.AskInLimited(Waiting);
            await WaitForAnswersAsync(data, 1 + Waiting, cancellationToken);
            Tell($"{platform}: {Waiting} answers wait", limited);

            await WaitAsync(limited, Limit / 2, cancellationToken);
            await bot.KillAsync();
            Tell("killed", limited);
            room.Limit(Limit - Stopwatch.GetElapsedTime(limited));
            bot = await start(data);
            Tell("started again", limited);
            var taken = await room.AskOnceAsync(0, cancellationToken);
            Tell(string.Create(CultureInfo.InvariantCulture, $"a question elsewhere took {taken.TotalSeconds:F1} s"), limited);

            await WaitAsync(limited, Limit, cancellationToken);
            int early = room.CountPosted();
            room.Lift();
            await room.WaitForPostedAsync(PostedAtSecondKill, cancellationToken);
            await bot.KillAsync();
            Tell($"{early} were posted before the limit was over; killed again with {room.CountPosted()} posted", limited);
            bot = await start(data);
            await room.WaitForLimitedAsync(cancellationToken);

            // What would be doubled stands before the answer to what is asked last.
            await room.AskOnceAsync(LimitedRoom.Elsewhere, cancellationToken);
            Tell($"all are posted, {room.CountNotOnce()} of {Waiting} not exactly once", limited);
            return early == 0 && room.CountNotOnce() == 0;
        }
        finally
        {
            await bot.DisposeAsync();
        }
    }

    private static async Task WaitForAnswersAsync(DataFolder data, int count, CancellationToken cancellationToken)
    {
        using PeriodicTimer timer = new(LookAgain);
        while (data.Query("SELECT id FROM answer").Count < count)
        {
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    private static Task WaitAsync(long since, TimeSpan until, CancellationToken cancellationToken)
    {
        var left = until - Stopwatch.GetElapsedTime(since);
        return left > TimeSpan.Zero ? Task.Delay(left, cancellationToken) : Task.CompletedTask;
    }

    private static void Tell(string what, long since) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(since).TotalSeconds, 6:F1} s  {what}"));
}
