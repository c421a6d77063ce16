using System.Collections.Concurrent;
using System.Diagnostics;
using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Faults;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;
using BriefingBot.TestServers.Discord.Rest.RateLimits;

namespace BriefingBot.Platforms.Tests.Discord.Host;

public sealed class FaultRunTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(50);
    private static readonly string[] Questions =
    [
        Newsroom.Question,
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
    private FakeDiscord _discord = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _discord = await FakeDiscord.StartAsync(
            new FakeDiscordOptions
            {
                RateLimits = new RateLimitOptions { TimeScale = 0.05 },
                IdentifyWindow = TimeSpan.FromSeconds(1),
            },
            Cancellation
        );
        foreach (string name in new[] { "Newsroom", "Readers" })
        {
            var guild = _discord.World.AddGuild(name);
            _channels.AddRange(Enumerable.Range(0, 4).Select(i => guild.AddTextChannel($"desk-{i}")));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _discord.DisposeAsync();
        _data.Dispose();
    }

    [Theory]
    [InlineData(20261122)]
    public async Task Two_hundred_questions_of_twenty_people_are_answered_once_each_while_everything_fails_now_and_then(int seed)
    {
        await using var bot = await BotOnDiscord.StartAsync(_discord, _data, Cancellation, ("Discord:RequestsPerSecond", "500"));
        _discord.Faults.Randomize(new RandomFaults(seed, GatewayRate: 0.06, RestRate: 0.08) { MaxGatewayFaults = 20 });
        long start = Stopwatch.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(person => AskAsync(person, 10)));
        var elapsed = Stopwatch.GetElapsedTime(start);
        _discord.Faults.Randomize(null);
        await AskLastAsync();

        Report("fault run", seed, elapsed);
        AssertOnce(200 + _channels.Count);
        Assert.True(_discord.Record.Faults.Values.Sum() >= 20);
    }

    [Theory]
    [InlineData(7)]
    public async Task Questions_are_answered_once_each_while_the_bot_is_killed_again_and_again(int seed)
    {
        Random dice = new(seed);
        var bot = await BotOnDiscord.StartAsync(_discord, _data, Cancellation, ("Discord:RequestsPerSecond", "500"));
        long start = Stopwatch.GetTimestamp();
        try
        {
            var asking = Task.WhenAll(Enumerable.Range(0, 10).Select(person => AskAsync(person, 6)));
            for (int kill = 1; kill <= 3; kill++)
            {
                int posted = (kill * 12) + dice.Next(6);
                await _discord.Record.WaitUntilAsync(() => _discord.Record.Counters.BotMessages >= posted, Patience, Cancellation);
                await bot.DisposeAsync();
                bot = BotOnDiscord.Launch(_discord, _data, ("Discord:RequestsPerSecond", "500"));
            }

            await asking;
            var elapsed = Stopwatch.GetElapsedTime(start);
            await AskLastAsync();
            Report("kill run, 3 kills", seed, elapsed);
            AssertOnce(60 + _channels.Count);
        }
        finally
        {
            await bot.DisposeAsync();
        }
    }

    [Fact]
    public async Task Questions_are_answered_once_each_while_the_token_is_reset_and_replaced_in_its_file()
    {
        string file = Path.Combine(_data.Path, "token");
        await File.WriteAllTextAsync(file, _discord.Token, Cancellation);
        await using var bot = RunningBot.Launch(
            _data,
            [("BRIEFINGBOT__Discord__RestBaseUrl", _discord.BaseAddress.ToString())],
            [("Discord:TokenFile", file), ("Discord:RequestsPerSecond", "500")]
        );
        await _discord.Gateway.WaitForConnectedAsync(1, RunningBot.Patience, Cancellation);
        await bot.WaitForLogAsync("Indexed:", Cancellation);
        long start = Stopwatch.GetTimestamp();
        var asking = Task.WhenAll(Enumerable.Range(0, 10).Select(person => AskAsync(person, 6)));
        await _discord.Record.WaitUntilAsync(() => _discord.Record.Counters.BotMessages >= 15, Patience, Cancellation);

        string token = _discord.Gateway.ResetToken();
        await bot.WaitForLogAsync("The bot is stopped on discord", Cancellation);
        await File.WriteAllTextAsync(file, token, Cancellation);
        await asking;
        var elapsed = Stopwatch.GetElapsedTime(start);
        await AskLastAsync();

        Report("reset token run", 0, elapsed);
        AssertOnce(60 + _channels.Count);
        Assert.DoesNotContain(token, bot.Log, StringComparison.Ordinal);
    }

    /// <summary>One person asks, waits for the answer, and asks again: most in channels, one in five by direct message.</summary>
    private async Task AskAsync(int person, int questions)
    {
        var user = _discord.World.AddUser($"reader-{person}");
        var channel = _channels[person % _channels.Count];
        channel.Guild!.AddMember(user);
        for (int i = 0; i < questions; i++)
        {
            string text = Questions[(person + i) % Questions.Length];
            long start = Stopwatch.GetTimestamp();
            var question = person % 5 == 0 ? _discord.World.SendDirectMessage(user, text) : _discord.World.Mention(user, channel, text);
            await _discord.Record.WaitForAnswerAsync(question, timeout: Patience, cancellationToken: Cancellation);
            _answered.Add((question, Stopwatch.GetElapsedTime(start)));
        }
    }

    /// <summary>A last question in every channel: what comes before its answer has all come.</summary>
    private async Task AskLastAsync()
    {
        var user = _discord.World.AddUser("last");
        foreach (var channel in _channels)
        {
            channel.Guild!.AddMember(user);
            var question = _discord.World.Mention(user, channel, Newsroom.Question);
            await _discord.Record.WaitForAnswerAsync(question, timeout: Patience, cancellationToken: Cancellation);
            _answered.Add((question, TimeSpan.Zero));
        }
    }

    private void AssertOnce(int questions)
    {
        Assert.Equal(questions, _answered.Count);
        Assert.All(_answered, answered => Assert.Single(_discord.Record.AnswersTo(answered.Question)));
        Assert.Equal(questions, _discord.Record.BotMessages.Count);
        Assert.Empty(_discord.Record.Violations);
    }

    private void Report(string run, int seed, TimeSpan elapsed)
    {
        TimeSpan[] latencies = [.. _answered.Select(answered => answered.Latency).Where(latency => latency > TimeSpan.Zero).Order()];
        string faults = string.Join(
            ", ",
            _discord.Record.Faults.OrderBy(fault => fault.Key, StringComparer.Ordinal).Select(fault => $"{fault.Key} {fault.Value}")
        );
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{run}, seed {seed}: {latencies.Length} questions in {elapsed.TotalSeconds:0.0} s; median "
                + $"{latencies[latencies.Length / 2].TotalMilliseconds:0} ms, "
                + $"p95 {latencies[latencies.Length * 95 / 100].TotalMilliseconds:0} ms, longest "
                + $"{latencies[^1].TotalMilliseconds:0} ms.\nFaults: {faults}.\n{_discord.Record.Counters}"
        );
    }
}
