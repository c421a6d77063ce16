using System.Diagnostics;
using System.Globalization;
using BriefingBot.Benchmarks.Chat.Limits;
using BriefingBot.Platforms.Tests.Host;

namespace BriefingBot.Benchmarks.Chat.Load;

/// <summary>
/// Questions a second through each platform without limits, of two builds of the bot in turn, each a process of its own on the same fake
/// server.
/// </summary>
internal static class ChatLoadOfBuilds
{
    private const int Channels = 32;
    private const int WarmUp = 200;
    private const int Rounds = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Prints the figures of both.</summary>
    /// <param name="before">The assembly of the former build.</param>
    /// <param name="after">The assembly of the other.</param>
    /// <param name="questions">So many a round, asked at once.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task RunAsync(string before, string after, int questions, CancellationToken cancellationToken)
    {
        await CompareAsync("Discord", () => DiscordAsync(cancellationToken), before, after, questions);
        await CompareAsync("Slack", () => SlackAsync(cancellationToken), before, after, questions);

        async Task<BuildLoad> DiscordAsync(CancellationToken token)
        {
            var room = await DiscordRoom.StartAsync(Channels, Channels, token);
            return new BuildLoad
            {
                Server = room.Discord,
                Environment =
                [
                    ("DISCORD_TOKEN", room.Discord.Token),
                    ("BRIEFINGBOT__Discord__RestBaseUrl", room.Discord.BaseAddress.ToString()),
                ],
                Settings = [("Discord:RequestsPerSecond", "1000000")],
                Connected = () =>
                    room.Discord.Record.WaitUntilAsync(() => room.Discord.Record.Counters.CommandOverwrites > 0, Patience, token),
                Ask = i => room.Discord.World.Mention(room.Readers[i % Channels], room.Channels[i % Channels], LoadQuestions.Of(i)),
                WaitForPosted = count =>
                    room.Discord.Record.WaitUntilAsync(() => room.Discord.Record.Counters.BotMessages >= count, Patience, token),
                Posted = () => room.Discord.Record.Counters.BotMessages,
            };
        }

        async Task<BuildLoad> SlackAsync(CancellationToken token)
        {
            var room = await SlackRoom.StartAsync(Channels, Channels, token);
            return new BuildLoad
            {
                Server = room.Slack,
                Environment =
                [
                    ("SLACK_BOT_TOKEN", room.Slack.BotToken),
                    ("SLACK_APP_TOKEN", room.Slack.AppToken),
                    ("SLACK_SIGNING_SECRET", room.Slack.SigningSecret),
                    ("BRIEFINGBOT__Slack__ApiBaseUrl", room.Slack.ApiAddress.ToString()),
                    ("BRIEFINGBOT__Slack__ConnectionStagger", "0"),
                ],
                Settings = [],
                Connected = () => room.Slack.Sockets.WaitForConnectedAsync(2, Patience, token),
                Ask = i => room.Slack.World.Mention(room.Readers[i % Channels], room.Channels[i % Channels], LoadQuestions.Of(i)),
                WaitForPosted = count =>
                    room.Slack.Record.WaitUntilAsync(() => room.Slack.Record.Counters.BotMessages >= count, Patience, token),
                Posted = () => room.Slack.Record.Counters.BotMessages,
            };
        }
    }

    private static async Task CompareAsync(string platform, Func<Task<BuildLoad>> start, string before, string after, int questions)
    {
        List<MeasuredLoad> former = [];
        List<MeasuredLoad> latter = [];
        for (int i = 0; i < Rounds; i++)
        {
            former.Add(await MeasureAsync(await start(), before, questions));
            latter.Add(await MeasureAsync(await start(), after, questions));
        }

        var first = Middle(former);
        var second = Middle(latter);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{platform}, {questions} questions over {Channels} channels, the middle of {Rounds} rounds"
            )
        );
        first.Print("before");
        second.Print("after");
        second.PrintRatio("after beside before", first);
    }

    private static async Task<MeasuredLoad> MeasureAsync(BuildLoad load, string binary, int questions)
    {
        await using var server = load.Server;
        using DataFolder data = new();
        await using var bot = RunningBot.Launch(data, load.Environment, load.Settings, Path.GetFullPath(binary));
        await bot.WaitForStartAsync(async () =>
        {
            await load.Connected();
            await bot.WaitForLogAsync("Indexed:", CancellationToken.None);
        });
        await AskAsync(load, WarmUp);
        bot.Process.Refresh();
        var processor = bot.Process.TotalProcessorTime;
        long started = Stopwatch.GetTimestamp();
        await AskAsync(load, questions);
        var elapsed = Stopwatch.GetElapsedTime(started);
        bot.Process.Refresh();
        return new MeasuredLoad(questions, elapsed, bot.Process.TotalProcessorTime - processor);
    }

    private static async Task AskAsync(BuildLoad load, int count)
    {
        int expected = load.Posted() + count;
        for (int i = 0; i < count; i++)
        {
            load.Ask(i);
        }

        await load.WaitForPosted(expected);
    }

    private static MeasuredLoad Middle(List<MeasuredLoad> rounds) => rounds.OrderBy(round => round.Elapsed).ElementAt(rounds.Count / 2);
}
