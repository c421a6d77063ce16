using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Benchmarks.Chat;

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
        await using var bot = await SlackOn.StartAsync(Patience, cancellationToken);
        FakeChannel[] channels = [.. Enumerable.Range(0, Channels).Select(i => bot.Slack.World.AddChannel($"desk-{i}"))];
        FakeUser[] readers = [.. Enumerable.Range(0, Channels).Select(i => bot.Slack.World.AddUser($"reader-{i}"))];
        await AskAsync(bot.Slack, channels, readers, WarmUp, cancellationToken);
        return await MeasuredLoad.OfAsync(questions, () => AskAsync(bot.Slack, channels, readers, questions, cancellationToken));
    }

    private static async Task AskAsync(FakeSlackServer slack, FakeChannel[] channels, FakeUser[] readers, int count, CancellationToken cancellationToken)
    {
        int expected = slack.Record.Counters.BotMessages + count;
        for (int i = 0; i < count; i++)
        {
            slack.World.Mention(readers[i % readers.Length], channels[i % channels.Length], LoadQuestions.Of(i));
        }

        await slack.Record.WaitUntilAsync(() => slack.Record.Counters.BotMessages >= expected, Patience, cancellationToken);
    }
}
