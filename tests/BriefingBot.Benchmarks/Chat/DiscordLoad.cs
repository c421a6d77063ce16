using System.Diagnostics;
using System.Globalization;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Turns;
using BriefingBot.Discord;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Rest;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Benchmarks.Chat;

/// <summary>Questions a second through gateway and REST, and the share of the processor that the Discord adapter takes.</summary>
internal static class DiscordLoad
{
    private const int Channels = 32;
    private const int WarmUp = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] Questions =
    [
        "Who did Foreign Minister Cho Tae-yul speak with by phone about the Russia-North Korea treaty?",
        "What countermeasures is Seoul planning in response to the treaty?",
        "Where did Kim Jong-un and Vladimir Putin hold their September 2023 summit?",
        "What did Yoon and Kishida pledge at the NATO summit in Washington?",
    ];

    public static async Task RunAsync(int questions, CancellationToken cancellationToken)
    {
        // Larger bursts wait in the journal, which is a measure of another thing.
        questions = Math.Min(questions, 1000);
        var whole = await OnDiscordAsync(questions, cancellationToken);
        var core = await WithoutPlatformAsync(questions, cancellationToken);
        var bare = await BareAsync(questions, cancellationToken);
        Console.WriteLine($"{questions} questions over {Channels} channels, {Environment.ProcessorCount} cores");
        Print("the bot on Discord", questions, whole);
        Print("the bot without a platform", questions, core);
        Print("a bare client on Discord", questions, bare);
        var adapter = whole.Processor - core.Processor - bare.Processor;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"the adapter: {adapter.TotalMilliseconds / questions:F2} ms of processor time a question, {adapter / whole.Processor:P0} of the whole (answer and journal {core.Processor / whole.Processor:P0}, server and sockets {bare.Processor / whole.Processor:P0})"));
    }

    private static async Task<(TimeSpan Elapsed, TimeSpan Processor)> OnDiscordAsync(int questions, CancellationToken cancellationToken)
    {
        using LoadFolder folder = new();
        var (discord, guild) = await StartAsync(cancellationToken);
        await using var server = discord;
        await using (var services = await ChatServices.BuildAsync(
            folder.Path,
            services => services.AddDiscord(options =>
            {
                options.Token = discord.Token;
                options.RestBaseUrl = discord.BaseAddress.ToString();
                options.RequestsPerSecond = 1_000_000;
            }),
            cancellationToken))
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            Task[] running = [services.GetRequiredService<ChatTurnRunner>().RunAsync(stop.Token), services.GetRequiredService<IChatPlatform>().RunAsync(stop.Token)];
            await discord.Gateway.WaitForConnectedAsync(1, Patience, cancellationToken);
            await AskAsync(discord, guild, WarmUp, cancellationToken);
            var measured = await MeasureAsync(() => AskAsync(discord, guild, questions, cancellationToken));
            await stop.CancelAsync();
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return measured;
        }
    }

    private static async Task<(TimeSpan Elapsed, TimeSpan Processor)> WithoutPlatformAsync(int questions, CancellationToken cancellationToken)
    {
        using LoadFolder folder = new();
        (TimeSpan, TimeSpan) measured = default;
        foreach (int count in (int[])[WarmUp, questions])
        {
            SilentPlatform platform = new(count);
            await using var services = await ChatServices.BuildAsync(folder.Path, services => services.AddSingleton<IChatPlatform>(platform), cancellationToken);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var running = services.GetRequiredService<ChatTurnRunner>().RunAsync(stop.Token);
            var inbox = services.GetRequiredService<ChatInbox>();
            measured = await MeasureAsync(async () =>
            {
                for (int i = 0; i < count; i++)
                {
                    await inbox.AcceptAsync(QuestionOf(i, count), cancellationToken);
                }

                await platform.All;
            });
            await stop.CancelAsync();
            await running;
        }

        return measured;
    }

    private static async Task<(TimeSpan Elapsed, TimeSpan Processor)> BareAsync(int questions, CancellationToken cancellationToken)
    {
        var (discord, guild) = await StartAsync(cancellationToken);
        await using var server = discord;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = BareClient.RunAsync(discord, stop.Token);
        await discord.Gateway.WaitForConnectedAsync(1, Patience, cancellationToken);
        await AskAsync(discord, guild, WarmUp, cancellationToken);
        var measured = await MeasureAsync(() => AskAsync(discord, guild, questions, cancellationToken));
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return measured;
    }

    private static async Task<(FakeDiscord Discord, FakeGuild Guild)> StartAsync(CancellationToken cancellationToken)
    {
        var discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { RateLimits = new RateLimitOptions { Enabled = false, GlobalPerSecond = 0 } }, cancellationToken);
        var guild = discord.World.AddGuild("Newsroom");
        for (int i = 0; i < Channels; i++)
        {
            guild.AddTextChannel($"desk-{i}");
        }

        return (discord, guild);
    }

    private static async Task AskAsync(FakeDiscord discord, FakeGuild guild, int count, CancellationToken cancellationToken)
    {
        int expected = discord.Record.Counters.BotMessages + count;
        var reader = discord.World.AddUser("reader");
        guild.AddMember(reader);
        var channels = guild.Channels;
        for (int i = 0; i < count; i++)
        {
            discord.World.Mention(reader, channels[i % channels.Count], Questions[i % Questions.Length]);
        }

        await discord.Record.WaitUntilAsync(() => discord.Record.Counters.BotMessages >= expected, Patience, cancellationToken);
    }

    private static ChatQuestion QuestionOf(int i, int run) => new()
    {
        Id = new ChatQuestionId("silent", $"{run}-{i}"),
        Address = new ChatAddress("silent", "1", $"{i % Channels}"),
        User = new ChatUser("1"),
        Text = Questions[i % Questions.Length],
        Kind = ChatQuestionKind.Mention,
        MessageId = $"{run}-{i}",
        Asked = TimeProvider.System.GetUtcNow(),
    };

    private static async Task<(TimeSpan Elapsed, TimeSpan Processor)> MeasureAsync(Func<Task> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        await work();
        var elapsed = Stopwatch.GetElapsedTime(start);
        process.Refresh();
        return (elapsed, process.TotalProcessorTime - before);
    }

    private static void Print(string run, int questions, (TimeSpan Elapsed, TimeSpan Processor) measured) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{run,-28}{questions / measured.Elapsed.TotalSeconds,8:F0} questions/s, {measured.Processor.TotalMilliseconds / questions,6:F2} ms of processor time a question"));
}
