using System.Globalization;
using BriefingBot.Benchmarks.Chat.Limits;

namespace BriefingBot.Benchmarks.Chat.Load;

/// <summary>Questions a second through gateway and REST, and the share of the processor that the Discord adapter takes.</summary>
internal static class DiscordLoad
{
    private const int Channels = 32;
    private const int WarmUp = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task RunAsync(int questions, CancellationToken cancellationToken)
    {
        // Larger bursts wait in the journal, which is a measure of another thing.
        questions = Math.Min(questions, 1000);
        var whole = await OnDiscordAsync(questions, cancellationToken);
        var core = await SilentLoad.RunAsync(questions, Channels, cancellationToken);
        var bare = await BareAsync(questions, cancellationToken);
        Console.WriteLine($"{questions} questions over {Channels} channels, {Environment.ProcessorCount} cores");
        whole.Print("the bot on Discord");
        core.Print("the bot without a platform");
        bare.Print("a bare client on Discord");
        whole.PrintRatio("Discord beside no platform", core);
        var adapter = whole.Processor - core.Processor - bare.Processor;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"the adapter: {adapter.TotalMilliseconds / questions:F2} ms of processor time a question, "
                    + $"{adapter / whole.Processor:P0} of the whole (answer and journal "
                    + $"{core.Processor / whole.Processor:P0}, server and sockets {bare.Processor / whole.Processor:P0})"
            )
        );
    }

    private static async Task<MeasuredLoad> OnDiscordAsync(int questions, CancellationToken cancellationToken)
    {
        await using var bot = await DiscordOn.StartAsync(Channels, Channels, Patience, cancellationToken);
        await AskAsync(bot.Room, WarmUp, cancellationToken);
        return await MeasuredLoad.OfAsync(questions, () => AskAsync(bot.Room, questions, cancellationToken));
    }

    private static async Task<MeasuredLoad> BareAsync(int questions, CancellationToken cancellationToken)
    {
        var room = await DiscordRoom.StartAsync(Channels, Channels, cancellationToken);
        await using var server = room.Discord;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = BareClient.RunAsync(server, stop.Token);
        await server.Gateway.WaitForConnectedAsync(1, Patience, cancellationToken);
        await AskAsync(room, WarmUp, cancellationToken);
        var measured = await MeasuredLoad.OfAsync(questions, () => AskAsync(room, questions, cancellationToken));
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return measured;
    }

    private static async Task AskAsync(DiscordRoom room, int count, CancellationToken cancellationToken)
    {
        var record = room.Discord.Record;
        int expected = record.Counters.BotMessages + count;
        for (int i = 0; i < count; i++)
        {
            room.Discord.World.Mention(room.Readers[i % room.Readers.Count], room.Channels[i % room.Channels.Count], LoadQuestions.Of(i));
        }

        await record.WaitUntilAsync(() => record.Counters.BotMessages >= expected, Patience, cancellationToken);
    }
}
