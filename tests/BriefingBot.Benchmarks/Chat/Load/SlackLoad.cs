using BriefingBot.Benchmarks.Chat.Limits;

namespace BriefingBot.Benchmarks.Chat.Load;

/// <summary>Questions a second through Socket Mode and Web API.</summary>
internal static class SlackLoad
{
    private const int Channels = 32;
    private const int WarmUp = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task RunAsync(int questions, CancellationToken cancellationToken)
    {
        // Larger bursts wait in the journal, which is a measure of another thing.
        questions = Math.Min(questions, 1000);
        var whole = await OnSlackAsync(questions, cancellationToken);
        var core = await SilentLoad.RunAsync(questions, Channels, cancellationToken);
        Console.WriteLine($"{questions} questions over {Channels} channels, {Environment.ProcessorCount} cores");
        whole.Print("the bot on Slack");
        core.Print("the bot without a platform");
        whole.PrintRatio("Slack beside no platform", core);
    }

    private static async Task<MeasuredLoad> OnSlackAsync(int questions, CancellationToken cancellationToken)
    {
        await using var bot = await SlackOn.StartAsync(Channels, Channels, Patience, cancellationToken);
        await AskAsync(bot.Room, WarmUp, cancellationToken);
        return await MeasuredLoad.OfAsync(questions, () => AskAsync(bot.Room, questions, cancellationToken));
    }

    private static async Task AskAsync(SlackRoom room, int count, CancellationToken cancellationToken)
    {
        var record = room.Slack.Record;
        int expected = record.Counters.BotMessages + count;
        for (int i = 0; i < count; i++)
        {
            room.Slack.World.Mention(room.Readers[i % room.Readers.Count], room.Channels[i % room.Channels.Count], LoadQuestions.Of(i));
        }

        await record.WaitUntilAsync(() => record.Counters.BotMessages >= expected, Patience, cancellationToken);
    }
}
