using System.Diagnostics;
using BriefingBot.Platforms.Tests.Host;
using BriefingBot.TestServers.Discord;
using BriefingBot.TestServers.Discord.Faults;
using BriefingBot.TestServers.Discord.Model;
using BriefingBot.TestServers.Discord.Model.Messages;
using BriefingBot.TestServers.Discord.Rest.RateLimits;

namespace BriefingBot.Platforms.Tests.Discord.Host;

public sealed class FairnessTests : IAsyncLifetime
{
    private const string LookUpChannel = "GET /channels/{channel_id}";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);
    private readonly DataFolder _data = new();
    private readonly List<FakeUser> _people = [];
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
        var guild = _discord.World.AddGuild("Newsroom");
        _channels.AddRange(Enumerable.Range(0, 9).Select(i => guild.AddTextChannel($"desk-{i}")));
        for (int i = 0; i < 16; i++)
        {
            _people.Add(_discord.World.AddUser($"reader-{i}"));
            guild.AddMember(_people[i]);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _discord.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task A_limited_channel_delays_nobody_else_and_loses_nothing_also_over_a_kill()
    {
        var limited = _channels[0];
        var bot = await StartAsync();
        try
        {
            await AskElsewhereAsync();
            var without = await AskElsewhereAsync();
            _discord.Faults.Channels.Limit(limited, TimeSpan.FromSeconds(5));
            FakeMessage[] waiting =
            [
                .. Enumerable.Range(0, 50).Select(i => _discord.World.Mention(_people[i % 10], limited, Newsroom.Question)),
            ];
            await WaitForAnswersAsync(150);

            var with = await AskElsewhereAsync();
            await bot.DisposeAsync();
            bot = BotOnDiscord.Launch(_discord, _data, ("Discord:RequestsPerSecond", "500"));
            await AskAsync(_people[15], _channels[1]);
            int typing = _discord.Record.Requests.Count(request => request.Path == $"/channels/{limited.Id}/typing");
            _discord.Faults.Channels.Lift(limited);

            foreach (var question in waiting)
            {
                await _discord.Record.WaitForAnswerAsync(question, timeout: Patience, cancellationToken: Cancellation);
            }

            await AskAsync(_people[0], limited);
            Assert.All(waiting, question => Assert.Single(_discord.Record.AnswersTo(question)));
            Assert.InRange(typing, 1, 30);
            Assert.Empty(_discord.Record.Violations);
            Latencies.AssertUndisturbed(without, with);
        }
        finally
        {
            await bot.DisposeAsync();
        }
    }

    [Fact]
    public async Task Calls_that_hang_in_one_channel_delay_nobody_else()
    {
        await using var bot = await StartAsync();
        await AskElsewhereAsync();
        var without = await AskElsewhereAsync();
        _discord.Faults.Add(
            new RestFault(RestFaultKind.Delay, "POST /channels/{channel_id}/messages", 8)
            {
                Channel = _channels[0],
                Duration = TimeSpan.FromSeconds(14),
            }
        );
        FakeMessage[] hanging =
        [
            .. Enumerable.Range(0, 8).Select(i => _discord.World.Mention(_people[i], _channels[0], Newsroom.Question)),
        ];

        var with = await AskElsewhereAsync();

        Assert.Contains(hanging, question => _discord.Record.AnswersTo(question).Count == 0);
        Latencies.AssertUndisturbed(without, with);
    }

    [Fact]
    public async Task A_look_up_that_takes_ten_seconds_delays_nobody_else()
    {
        await using (var first = await StartAsync())
        {
            await AskAsync(_people[0], _channels[1]);
            await first.StopAsync(Cancellation);
        }

        // A session that is taken up tells nothing of the channels.
        await using var bot = BotOnDiscord.Launch(_discord, _data);
        await _discord.Record.WaitUntilAsync(() => _discord.Record.Counters.Resumes == 1, Patience, Cancellation);
        await AskAsync(_people[1], _channels[1]);
        _discord.Faults.Add(
            new RestFault(RestFaultKind.Delay, LookUpChannel) { Channel = _channels[2], Duration = TimeSpan.FromSeconds(10) }
        );
        long start = Stopwatch.GetTimestamp();
        var slow = _discord.World.Mention(_people[2], _channels[2], Newsroom.Question);

        await AskAsync(_people[3], _channels[1]);

        Assert.Empty(_discord.Record.AnswersTo(slow));
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(10));
        await _discord.Record.WaitForAnswerAsync(slow, timeout: Patience, cancellationToken: Cancellation);
    }

    private Task<RunningBot> StartAsync() => BotOnDiscord.StartAsync(_discord, _data, Cancellation, ("Discord:RequestsPerSecond", "500"));

    /// <summary>Fifty questions of five people each in eight channels, by direct message and by command.</summary>
    private async Task<Latencies> AskElsewhereAsync() =>
        Latencies.Of(
            await Task.WhenAll(
                Enumerable
                    .Range(0, 50)
                    .Select(i =>
                        (i % 10) switch
                        {
                            0 => AskDirectlyAsync(_people[10 + (i / 10)]),
                            1 => AskByCommandAsync(_people[10 + (i / 10)], _channels[1]),
                            var place => AskAsync(_people[10 + (i / 10)], _channels[place - 1]),
                        }
                    )
            )
        );

    private Task<TimeSpan> AskAsync(FakeUser person, FakeChannel channel) =>
        WaitAsync(_discord.World.Mention(person, channel, Newsroom.Question));

    private Task<TimeSpan> AskDirectlyAsync(FakeUser person) => WaitAsync(_discord.World.SendDirectMessage(person, Newsroom.Question));

    private async Task<TimeSpan> AskByCommandAsync(FakeUser person, FakeChannel channel)
    {
        long start = Stopwatch.GetTimestamp();
        var asked = _discord.Interactions.InvokeCommand(
            person,
            channel,
            "ask",
            new Dictionary<string, object> { ["question"] = Newsroom.Question }
        );
        await _discord.Record.WaitForAnswerAsync(asked, timeout: Patience, cancellationToken: Cancellation);
        return Stopwatch.GetElapsedTime(start);
    }

    private async Task<TimeSpan> WaitAsync(FakeMessage question)
    {
        long start = Stopwatch.GetTimestamp();
        await _discord.Record.WaitForAnswerAsync(question, timeout: Patience, cancellationToken: Cancellation);
        return Stopwatch.GetElapsedTime(start);
    }

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
