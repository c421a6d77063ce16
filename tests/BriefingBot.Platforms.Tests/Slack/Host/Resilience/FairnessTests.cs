using System.Diagnostics;
using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Faults;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.Host.Resilience;

public sealed class FairnessTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);
    private readonly DataFolder _data = new();
    private readonly List<FakeUser> _people = [];
    private readonly List<FakeChannel> _channels = [];
    private FakeSlackServer _slack = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _slack = await FakeSlackServer.StartAsync(
            new FakeSlackOptions
            {
                TimeScale = 0.1,
                AckDeadline = TimeSpan.FromSeconds(3),
                StreamLifetime = TimeSpan.FromSeconds(306),
            },
            Cancellation
        );
        _channels.AddRange(Enumerable.Range(0, 9).Select(number => _slack.World.AddChannel($"desk-{number}")));
        _people.AddRange(Enumerable.Range(0, 31).Select(number => _slack.World.AddUser($"reader-{number}")));
    }

    public async ValueTask DisposeAsync()
    {
        await _slack.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task A_limited_channel_delays_nobody_else_and_loses_nothing_also_over_a_kill()
    {
        var limited = _channels[0];
        var bot = await BotOnSlack.StartAsync(_slack, _data, Cancellation);
        try
        {
            await AskElsewhereAsync();
            var without = await AskElsewhereAsync();
            _slack.Faults.Channels.Limit(limited, TimeSpan.FromSeconds(5));
            FakeMessage[] waiting =
            [
                .. Enumerable.Range(0, 30).Select(i => _slack.World.Mention(_people[i], limited, SlackNewsroom.Question)),
            ];
            await WaitForAnswersAsync(130);

            var with = await AskElsewhereAsync();
            await bot.DisposeAsync();
            bot = await BotOnSlack.StartAsync(_slack, _data, Cancellation);
            await AskAsync(_people[30], _channels[1]);
            _slack.Faults.Channels.Lift(limited);

            foreach (var question in waiting)
            {
                await _slack.Record.WaitForAnswerAsync(question, IsDone, Patience, Cancellation);
            }

            await AskAsync(_people[0], limited);
            Assert.All(waiting, question => Assert.Single(_slack.Record.AnswersTo(question), static answer => !answer.IsDeleted));
            Latencies.AssertUndisturbed(without, with);
        }
        finally
        {
            await bot.DisposeAsync();
        }
    }

    [Fact]
    public async Task Streams_that_hang_in_one_channel_delay_nobody_else()
    {
        await using var bot = await BotOnSlack.StartAsync(_slack, _data, Cancellation);
        await AskElsewhereAsync();
        var without = await AskElsewhereAsync();
        foreach (string method in new[] { "chat.startStream", "assistant.threads.setStatus", "chat.postMessage" })
        {
            _slack.Faults.Add(
                new WebApiFault(WebApiFaultKind.Delay, method, 8) { Channel = _channels[0], Duration = TimeSpan.FromSeconds(20) }
            );
        }

        FakeMessage[] hanging =
        [
            .. Enumerable.Range(0, 8).Select(i => _slack.World.Mention(_people[i], _channels[0], SlackNewsroom.Question)),
        ];
        var with = await AskElsewhereAsync();

        Assert.Contains(hanging, question => _slack.Record.AnswersTo(question).Count == 0);
        Latencies.AssertUndisturbed(without, with);
    }

    /// <summary>Fifty questions of five people each in eight channels, by direct message and by command.</summary>
    private async Task<Latencies> AskElsewhereAsync() =>
        Latencies.Of(
            await Task.WhenAll(
                Enumerable
                    .Range(0, 50)
                    .Select(i =>
                        (i % 10) switch
                        {
                            0 => WaitAsync(_slack.World.SendDirectMessage(_people[10 + (i / 10)], SlackNewsroom.Question)),
                            1 => AskByCommandAsync(_people[10 + (i / 10)], _channels[1]),
                            var place => AskAsync(_people[10 + (i / 10)], _channels[place - 1]),
                        }
                    )
            )
        );

    private Task<TimeSpan> AskAsync(FakeUser person, FakeChannel channel) =>
        WaitAsync(_slack.World.Mention(person, channel, SlackNewsroom.Question));

    private async Task<TimeSpan> AskByCommandAsync(FakeUser person, FakeChannel channel)
    {
        long start = Stopwatch.GetTimestamp();
        var asked = _slack.Interactions.Command(person, channel, "/briefing", $"ask {SlackNewsroom.Question}");
        await _slack.Record.WaitForAnswerAsync(
            asked,
            static answer => answer.VisibleText.Contains("Blinken", StringComparison.Ordinal),
            Patience,
            Cancellation
        );
        return Stopwatch.GetElapsedTime(start);
    }

    private async Task<TimeSpan> WaitAsync(FakeMessage question)
    {
        long start = Stopwatch.GetTimestamp();
        await _slack.Record.WaitForAnswerAsync(question, IsDone, Patience, Cancellation);
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>The mark comes with the end of an answer.</summary>
    private static bool IsDone(FakeMessage answer) => answer is { IsDeleted: false, Metadata: not null };

    /// <summary>Waits until so many questions are answered, posted or not.</summary>
    private async Task WaitForAnswersAsync(int count)
    {
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(100));
        while (_data.Query("SELECT id FROM answer").Count < count)
        {
            await timer.WaitForNextTickAsync(Cancellation);
        }
    }
}
