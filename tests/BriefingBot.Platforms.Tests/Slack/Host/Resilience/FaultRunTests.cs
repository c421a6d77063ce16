using System.Collections.Concurrent;
using System.Diagnostics;
using BriefingBot.Platforms.Tests.Host;
using BriefingBot.Slack;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Delivery;
using BriefingBot.TestServers.Slack.Faults;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.Host.Resilience;

public sealed class FaultRunTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly string[] Questions =
    [
        "Who did Foreign Minister Cho Tae-yul speak with by phone about the Russia-North Korea treaty?",
        "What does the treaty between Russia and North Korea say will happen if one of them is invaded?",
        "What countermeasures is Seoul planning in response to the treaty?",
        "In which city did the South Korean, US and Japanese foreign ministers hold their trilateral?",
        "Where did Kim Jong-un and Vladimir Putin hold their September 2023 summit?",
        "What did Yoon and Kishida pledge at the NATO summit in Washington?",
        "Who won the football world cup?",
    ];

    private readonly DataFolder _data = new();
    private readonly ConcurrentBag<(FakeMessage Question, TimeSpan Latency)> _answered = [];
    private readonly List<FakeChannel> _channels = [];
    private FakeSlackServer _slack = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // Ten times as fast as Slack: retries at once, after 6 and after 30 s. What the bot has to keep by itself is as on Slack.
        _slack = await FakeSlackServer.StartAsync(
            new FakeSlackOptions
            {
                TimeScale = 0.1,
                AckDeadline = TimeSpan.FromSeconds(3),
                StreamLifetime = TimeSpan.FromSeconds(306),
                RefreshGrace = TimeSpan.FromSeconds(3),
            },
            Cancellation
        );
        _channels.AddRange(Enumerable.Range(0, 10).Select(number => _slack.World.AddChannel($"desk-{number}")));
    }

    public async ValueTask DisposeAsync()
    {
        await _slack.DisposeAsync();
        _data.Dispose();
    }

    [Theory]
    [InlineData(SlackMode.Socket, 20261122)]
    [InlineData(SlackMode.Http, 4711)]
    public async Task Two_hundred_questions_of_twenty_people_are_answered_once_each_while_everything_fails_now_and_then(
        SlackMode mode,
        int seed
    )
    {
        await using var bot = await StartAsync(mode);
        // More socket faults, and both sockets would be down so often that Slack itself gave some events up.
        _slack.Faults.Randomize(
            new RandomFaults(seed)
            {
                WebApiRate = 0.06,
                SocketRate = 0.012,
                MaxSocketFaults = 40,
                DuplicateRate = 0.1,
                LostAckRate = 0.05,
            }
        );
        long start = Stopwatch.GetTimestamp();

        try
        {
            await Task.WhenAll(Enumerable.Range(0, 20).Select(person => AskAsync(person, 10)));
        }
        catch (TimeoutException)
        {
            Explain(bot);
            throw;
        }

        var elapsed = Stopwatch.GetElapsedTime(start);
        _slack.Faults.Randomize(null);
        await AskLastAsync();

        Report($"fault run, {mode}", seed, elapsed);
        await AssertOnceAsync(200 + _channels.Count, bot);
        Assert.True(_slack.Record.Faults.Values.Sum() >= 60);
    }

    [Theory]
    [InlineData(SlackMode.Socket, 7)]
    [InlineData(SlackMode.Http, 8)]
    public async Task Questions_are_answered_once_each_while_the_bot_is_killed_again_and_again(SlackMode mode, int seed)
    {
        Random dice = new(seed);
        var bot = await StartAsync(mode);
        long start = Stopwatch.GetTimestamp();
        try
        {
            var asking = Task.WhenAll(Enumerable.Range(0, 10).Select(person => AskAsync(person, 6)));
            for (int kill = 1; kill <= 3; kill++)
            {
                int posted = (kill * 12) + dice.Next(6);
                await _slack.Record.WaitUntilAsync(() => _slack.Record.Counters.BotMessages >= posted, Patience, Cancellation);
                await bot.DisposeAsync();
                bot = await StartAsync(mode);
            }

            await asking;
            var elapsed = Stopwatch.GetElapsedTime(start);
            await AskLastAsync();
            Report($"kill run, {mode}, 3 kills", seed, elapsed);
            await AssertOnceAsync(60 + _channels.Count, bot);
        }
        finally
        {
            await bot.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(SlackMode.Socket)]
    [InlineData(SlackMode.Http)]
    public async Task Questions_are_answered_once_each_while_the_token_is_revoked_and_replaced_in_its_file(SlackMode mode)
    {
        string file = Path.Combine(_data.Path, "token");
        await File.WriteAllTextAsync(file, _slack.BotToken, Cancellation);
        await using var bot = await BotOnSlack.StartWithTokenFileAsync(_slack, _data, file, mode, Cancellation);
        long start = Stopwatch.GetTimestamp();
        var asking = Task.WhenAll(Enumerable.Range(0, 10).Select(person => AskAsync(person, 6)));
        await _slack.Record.WaitUntilAsync(() => _slack.Record.Counters.BotMessages >= 15, Patience, Cancellation);
        string before = _slack.BotToken;

        _slack.World.RevokeTokens();
        await bot.WaitForLogAsync("The bot is stopped on slack", Cancellation);
        await File.WriteAllTextAsync(file, _slack.World.ReplaceBotToken(), Cancellation);
        try
        {
            await asking;
        }
        catch (TimeoutException)
        {
            Explain(bot);
            throw;
        }

        var elapsed = Stopwatch.GetElapsedTime(start);
        await AskLastAsync();
        Report($"revoked token run, {mode}", 0, elapsed);
        await AssertOnceAsync(60 + _channels.Count, bot);
        Assert.DoesNotContain(before, bot.Log, StringComparison.Ordinal);
    }

    private Task<RunningBot> StartAsync(SlackMode mode) =>
        mode == SlackMode.Http
            ? BotOnSlack.StartHttpAsync(_slack, _data, Cancellation)
            : BotOnSlack.StartAsync(_slack, _data, Cancellation);

    /// <summary>One person asks, waits for the answer, and asks again: most in channels, one in five by direct message.</summary>
    private async Task AskAsync(int person, int questions)
    {
        var user = _slack.World.AddUser($"reader-{person}");
        var channel = _channels[person % _channels.Count];
        for (int i = 0; i < questions; i++)
        {
            string text = Questions[(person + i) % Questions.Length];
            long start = Stopwatch.GetTimestamp();
            var question = person % 5 == 0 ? _slack.World.SendDirectMessage(user, text) : _slack.World.Mention(user, channel, text);
            await _slack.Record.WaitForAnswerAsync(question, IsDone, Patience, Cancellation);
            _answered.Add((question, Stopwatch.GetElapsedTime(start)));
        }
    }

    /// <summary>A last question in every channel: what comes before its answer has all come.</summary>
    private async Task AskLastAsync()
    {
        var user = _slack.World.AddUser("last");
        foreach (var channel in _channels)
        {
            var question = _slack.World.Mention(user, channel, Questions[0]);
            await _slack.Record.WaitForAnswerAsync(question, IsDone, Patience, Cancellation);
            _answered.Add((question, TimeSpan.Zero));
        }
    }

    private async Task AssertOnceAsync(int questions, RunningBot bot)
    {
        // Retries of what was answered long ago have to come to nothing too.
        await _slack.Record.WaitForDeliveriesAsync(Patience, Cancellation);
        Assert.Equal(questions, _answered.Count);
        Assert.Empty(
            _answered
                .Select(answered =>
                    (
                        answered.Question,
                        Answers: _slack.Record.AnswersTo(answered.Question).Where(static answer => !answer.IsDeleted).ToList()
                    )
                )
                .Where(static answered => answered.Answers.Count != 1)
                .Select(static answered =>
                    $"{answered.Question.Text}: "
                    + $"{string.Join(" | ", answered.Answers.Select(static answer => $"{answer.Ts} {answer.VisibleText}"))}"
                )
        );
        Assert.Equal(questions, _slack.Record.BotMessages.Count(static message => !message.IsDeleted));
        Assert.All(_slack.Record.BotMessages.Where(static message => !message.IsDeleted), AssertWhole);
        Assert.Equal(questions, _data.Query("SELECT id FROM chat_question").Count);
        Assert.DoesNotContain(
            _slack.Record.Violations,
            static violation => !violation.Contains("after the deadline", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(_slack.BotToken, bot.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(_slack.AppToken, bot.Log, StringComparison.Ordinal);
    }

    /// <summary>The mark comes with the end of an answer.</summary>
    private static bool IsDone(FakeMessage answer) => answer is { IsDeleted: false, Metadata: not null };

    private static void AssertWhole(FakeMessage answer)
    {
        Assert.False(answer.IsStreaming);
        Assert.Empty(answer.Pings);
        Assert.NotNull(answer.Metadata);
    }

    /// <summary>What was lost, and what the bot says about its sockets.</summary>
    private void Explain(RunningBot bot)
    {
        var lost = _slack
            .Record.Deliveries.Where(static delivery => delivery.State == DeliveryState.Failed)
            .Select(static delivery =>
                $"{delivery.Type}: "
                + $"{string.Join(", ", delivery.Attempts.Select(static attempt => $"{attempt.At:mm:ss.fff} by {attempt.Socket} {attempt.Failure}"))}"
            );
        var sockets = bot
            .Log.Split('\n')
            .Where(static line =>
                line.Contains("ocket", StringComparison.Ordinal) || line.Contains("apps.connections", StringComparison.Ordinal)
            );
        var open = _data.Query("SELECT id || ' ' || channel || ' state ' || state FROM chat_question WHERE state < 2");
        var silent = _slack
            .Record.Deliveries.Where(static delivery => delivery.State == DeliveryState.Pending)
            .Select(static delivery => $"{delivery.Type} pending, {delivery.Attempts.Length} attempts");
        var warnings = bot
            .Log.Split('\n')
            .Where(static line => line.Contains(" warn: ", StringComparison.Ordinal) || line.Contains(" fail: ", StringComparison.Ordinal))
            .TakeLast(60);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', [.. lost, .. silent, .. open, .. sockets, .. warnings]));
    }

    private void Report(string run, int seed, TimeSpan elapsed)
    {
        TimeSpan[] latencies =
        [
            .. _answered.Select(static answered => answered.Latency).Where(static latency => latency > TimeSpan.Zero).Order(),
        ];
        string faults = string.Join(
            ", ",
            _slack
                .Record.Faults.OrderBy(static fault => fault.Key, StringComparer.Ordinal)
                .Select(static fault => $"{fault.Key} {fault.Value}")
        );
        int deleted = _slack.Record.BotMessages.Count(static message => message.IsDeleted);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{run}, seed {seed}: {latencies.Length} questions in {elapsed.TotalSeconds:0.0} s; median "
                + $"{latencies[latencies.Length / 2].TotalMilliseconds:0} ms, "
                + $"p95 {latencies[latencies.Length * 95 / 100].TotalMilliseconds:0} ms, longest "
                + $"{latencies[^1].TotalMilliseconds:0} ms; {deleted} messages taken back.\nFaults: "
                + $"{faults}.\n{_slack.Record.Counters}"
        );
    }
}
