using BriefingBot.Platforms.Tests.Host;
using BriefingBot.Slack;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Delivery;
using BriefingBot.TestServers.Slack.Faults;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.Host.Resilience;

/// <summary>One answer to each question, whatever happens in between.</summary>
public sealed class ExactlyOnceTests : IAsyncLifetime
{
    private const string Question = "Who did Foreign Minister Cho Tae-yul speak with by phone about the Russia-North Korea treaty?";
    private const string Other = "What countermeasures is Seoul planning in response to the treaty?";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly FakeSlackOptions Quick = new()
    {
        RetryDelays = [TimeSpan.Zero, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(15)],
    };

    private readonly DataFolder _data = new();
    private FakeSlackServer _slack = null!;
    private FakeChannel _channel = null!;
    private FakeUser _ada = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => StartAsync(Quick);

    public async ValueTask DisposeAsync()
    {
        await _slack.DisposeAsync();
        _data.Dispose();
    }

    [Theory]
    [InlineData(SlackMode.Socket)]
    [InlineData(SlackMode.Http)]
    public async Task A_mention_that_comes_as_two_events_again_and_again_is_answered_once(SlackMode mode)
    {
        await using var bot = await StartAsync(mode);
        FakeMessage[] questions = [.. Enumerable.Range(0, 6).Select(_ => _slack.World.Mention(_ada, _channel, Question))];

        foreach (var question in questions)
        {
            await AnswerToAsync(question);
        }

        await _slack.Record.WaitForDeliveriesAsync(Patience, Cancellation);
        Assert.All(
            questions,
            question =>
            {
                Assert.Equal(
                    ["app_mention", "message"],
                    DeliveriesOf(question).Select(static delivery => delivery.Type).Order(StringComparer.Ordinal)
                );
                Assert.Single(Answers(question));
            }
        );
        Assert.Equal(6, _data.Query("SELECT id FROM chat_question").Count);
        Assert.Equal((6, 0), (_slack.Record.BotMessages.Count, _slack.Record.Counters.FailedDeliveries));

        // Each event comes twice, and no ack is in time.
        _slack.Faults.DuplicateEvents(2);
        _slack.Faults.LoseAcks(8);
        var late = _slack.World.Mention(_ada, _channel, Question);
        await AnswerToAsync(late);
        await _slack.Record.WaitUntilAsync(
            () => DeliveriesOf(late).All(static delivery => delivery.State != DeliveryState.Pending),
            Patience,
            Cancellation
        );
        Assert.True(DeliveriesOf(late).Sum(static delivery => delivery.Attempts.Length) >= 6);
        Assert.Single(Answers(late));
        Assert.Equal(7, _data.Query("SELECT id FROM chat_question").Count);
    }

    [Theory]
    [InlineData(SlackMode.Socket)]
    [InlineData(SlackMode.Http)]
    public async Task What_was_asked_while_the_bot_was_away_is_answered_once_it_is_back(SlackMode mode)
    {
        FakeMessage first;
        await using (var bot = await StartAsync(mode))
        {
            first = _slack.World.Mention(_ada, _channel, Question);
            await AnswerToAsync(first);
            await bot.KillAsync();
        }

        var missed = _slack.World.Mention(_ada, _channel, Other);
        var direct = _slack.World.SendDirectMessage(_ada, Other);
        await using var next = await StartAsync(mode);

        await AnswerToAsync(missed);
        await AnswerToAsync(direct);
        Assert.All(new[] { first, missed, direct }, question => Assert.Single(Answers(question)));
    }

    [Theory]
    [InlineData(WebApiFaultKind.DropTcp)]
    [InlineData(WebApiFaultKind.DropTcpAfterEffect)]
    public async Task Killed_while_it_posts_the_bot_brings_the_answer_once_after_its_restart(WebApiFaultKind fault)
    {
        FakeMessage question;
        await using (var bot = await StartAsync(SlackMode.Socket))
        {
            // No stream, and whether the message was posted or not, the bot never learns of it.
            _slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error, "chat.startStream", 2) { Error = "channel_type_not_supported" });
            _slack.Faults.Add(new WebApiFault(fault, "chat.postMessage", 3));
            question = _slack.World.Mention(_ada, _channel, Question);
            await _slack.Record.WaitForCallAsync(static call => call.Method == "chat.postMessage", Patience, Cancellation);
            await bot.KillAsync();
            Assert.Equal(fault == WebApiFaultKind.DropTcp ? 0 : 1, Answers(question).Count);
        }

        await ExpectOneAfterRestartAsync(question);
    }

    [Theory]
    [InlineData("chat.startStream", WebApiFaultKind.DropTcpAfterEffect)]
    [InlineData("chat.appendStream", WebApiFaultKind.DropTcpAfterEffect)]
    [InlineData("chat.stopStream", WebApiFaultKind.DropTcpAfterEffect)]
    public async Task Killed_while_it_streams_the_bot_finishes_the_same_message_after_its_restart(string method, WebApiFaultKind fault)
    {
        FakeMessage question;
        await using (var bot = await StartAsync(SlackMode.Socket))
        {
            _slack.Faults.Add(new WebApiFault(fault, method, 5));
            question = _slack.World.Mention(_ada, _channel, Other);
            await _slack.Record.WaitForCallAsync(call => call.Method == method, Patience, Cancellation);
            await bot.KillAsync();
        }

        string begun = Assert.Single(Answers(question)).Ts;
        await ExpectOneAfterRestartAsync(question);
        Assert.Equal(begun, Assert.Single(Answers(question)).Ts);
    }

    [Fact]
    public async Task Socket_Mode_that_is_switched_off_stops_the_bot_on_Slack_alone_with_what_to_do()
    {
        await using var bot = await StartAsync(SlackMode.Socket);

        _slack.Sockets.Inject(SocketFault.LinkDisabled);
        await bot.WaitForLogAsync("The bot is stopped on slack", Cancellation);

        Assert.Contains("Settings > Socket Mode", await bot.GetReadinessAsync(Cancellation), StringComparison.Ordinal);
        Assert.False(bot.Process.HasExited);
        Assert.DoesNotContain(_slack.AppToken, bot.Log, StringComparison.Ordinal);
    }

    private async Task ExpectOneAfterRestartAsync(FakeMessage question)
    {
        await using var next = await StartAsync(SlackMode.Socket);
        var answer = await AnswerToAsync(question);
        var second = await AnswerToAsync(_slack.World.SendDirectMessage(_ada, Other));
        await _slack.Record.WaitForDeliveriesAsync(Patience, Cancellation);

        Assert.Same(answer, Assert.Single(Answers(question)));
        Assert.Contains(@"[\[1\]](", answer.VisibleText, StringComparison.Ordinal);
        Assert.Contains("sanctions", second.VisibleText, StringComparison.Ordinal);
    }

    private IReadOnlyList<FakeMessage> Answers(FakeMessage question) =>
        [.. _slack.Record.AnswersTo(question).Where(static answer => !answer.IsDeleted)];

    private IReadOnlyList<FakeDelivery> DeliveriesOf(FakeMessage question) =>
        [.. _slack.Record.Deliveries.Where(delivery => delivery.Payload["event"]?["ts"]?.GetValue<string>() == question.Ts)];

    /// <summary>The answer once it carries its mark, which comes with the end of it.</summary>
    private Task<FakeMessage> AnswerToAsync(FakeMessage question) =>
        _slack.Record.WaitForAnswerAsync(
            question,
            static answer => !answer.IsDeleted && answer.Metadata is not null,
            Patience,
            Cancellation
        );

    private Task<RunningBot> StartAsync(SlackMode mode) =>
        mode == SlackMode.Http
            ? BotOnSlack.StartHttpAsync(_slack, _data, Cancellation)
            : BotOnSlack.StartAsync(_slack, _data, Cancellation);

    private async ValueTask StartAsync(FakeSlackOptions options)
    {
        _slack = await FakeSlackServer.StartAsync(options, Cancellation);
        _channel = _slack.World.AddChannel("general");
        _ada = _slack.World.AddUser("ada");
    }
}
