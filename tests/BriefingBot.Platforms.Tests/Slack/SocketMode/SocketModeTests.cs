using BriefingBot.Platforms.Tests.Slack.Http;
using BriefingBot.Slack;
using BriefingBot.Slack.Inbound;
using BriefingBot.TestServers;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Delivery;
using BriefingBot.TestServers.Slack.Faults;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.SocketMode;

public sealed class SocketModeTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly FakeSlackOptions Quick = new()
    {
        AckDeadline = TimeSpan.FromSeconds(3),
        RetryDelays = [TimeSpan.Zero, TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(400)],
        RefreshGrace = TimeSpan.FromSeconds(5),
    };

    private FakeSlackServer _slack = null!;
    private FakeUser _ada = null!;
    private FakeChannel _channel = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => StartAsync(Quick);

    public ValueTask DisposeAsync() => _slack.DisposeAsync();

    [Fact]
    public async Task Events_are_acknowledged_on_the_socket_that_brought_them()
    {
        await using RunningSocketMode client = new(_slack);
        await _slack.Sockets.WaitForConnectedAsync(2, Patience, Cancellation);

        foreach (int number in Enumerable.Range(0, 40))
        {
            _slack.World.Post(_ada, _channel, $"number {number}");
        }

        await _slack.Record.WaitForDeliveriesAsync(Patience, Cancellation);
        Assert.Equal((40, 0), (_slack.Record.Counters.Acks, _slack.Record.Counters.Retries));
        Assert.Equal(2, _slack.Record.Deliveries.Select(static delivery => delivery.Attempts[0].Socket).Distinct().Count());
        Assert.Equal(40, client.Received.Select(RunningSocketMode.Text).Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(_slack.Record.Violations);
    }

    [Fact]
    public async Task Sockets_are_opened_one_after_the_other()
    {
        ManualClock clock = new(TimeProvider.System.GetUtcNow());
        await using RunningSocketMode client = new(
            _slack,
            configure: static options => (options.Connections, options.ConnectionStagger) = (3, 10),
            clock: clock
        );
        await _slack.Sockets.WaitForConnectedAsync(1, Patience, Cancellation);
        clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.Equal(1, _slack.Record.Counters.Calls);

        clock.Advance(TimeSpan.FromSeconds(0.1));
        await _slack.Sockets.WaitForConnectedAsync(2, Patience, Cancellation);
        Assert.Equal(2, _slack.Record.Counters.Calls);
        clock.Advance(TimeSpan.FromSeconds(10));

        await _slack.Sockets.WaitForConnectedAsync(3, Patience, Cancellation);
    }

    [Fact]
    public async Task The_ack_comes_when_the_receiver_is_done_and_a_slow_one_holds_nobody_up()
    {
        await using RunningSocketMode client = new(_slack, configure: static options => options.Connections = 1);
        TaskCompletionSource<SlackAck> slow = new(TaskCreationOptions.RunContinuationsAsynchronously);
        client.Answer = (delivery, _) => RunningSocketMode.Text(delivery) == "slow" ? slow.Task : Task.FromResult(SlackAck.Empty);
        await _slack.Sockets.WaitForConnectedAsync(1, Patience, Cancellation);

        _slack.World.Post(_ada, _channel, "slow");
        foreach (int number in Enumerable.Range(0, 10))
        {
            _slack.World.Post(_ada, _channel, $"number {number}");
        }

        await _slack.Record.WaitUntilAsync(() => _slack.Record.Counters.Acks == 10, Patience, Cancellation);
        Assert.Equal(DeliveryState.Pending, _slack.Record.Deliveries[0].State);
        slow.SetResult(SlackAck.Empty);
        await _slack.Record.WaitForDeliveriesAsync(Patience, Cancellation);
        Assert.Equal(11, client.Received.Count);
    }

    [Fact]
    public async Task What_could_not_be_journaled_is_not_acknowledged_and_comes_again()
    {
        await StartAgainAsync(Quick with { AckDeadline = TimeSpan.FromSeconds(1) });
        await using RunningSocketMode client = new(_slack);
        client.Answer = static (delivery, _) =>
            delivery.RetryAttempt < 2 ? throw new IOException("disk full") : Task.FromResult(SlackAck.Empty);
        await _slack.Sockets.WaitForConnectedAsync(2, Patience, Cancellation);

        _slack.World.Post(_ada, _channel, "hello");
        await _slack.Record.WaitForDeliveriesAsync(Patience, Cancellation);

        Assert.Equal(["timeout", "timeout", null], _slack.Record.Deliveries[0].Attempts.Select(static attempt => attempt.Failure));
        Assert.Equal(
            [(0, null), (1, "timeout"), (2, "timeout")],
            client.Received.Select(static delivery => (delivery.RetryAttempt, delivery.RetryReason))
        );
        await client.Log.WaitForAsync("disk full", Cancellation);
    }

    [Fact]
    public async Task Duplicates_and_retries_after_lost_acks_have_no_effect()
    {
        await StartAgainAsync(Quick with { AckDeadline = TimeSpan.FromSeconds(1) });
        _slack.Faults.DuplicateEvents(10);
        _slack.Faults.LoseAcks(10);
        await using RunningSocketMode client = new(_slack);
        await _slack.Sockets.WaitForConnectedAsync(2, Patience, Cancellation);

        foreach (int number in Enumerable.Range(0, 30))
        {
            _slack.World.Post(_ada, _channel, $"number {number}");
        }

        await _slack.Record.WaitForDeliveriesAsync(Patience, Cancellation);
        Assert.Equal(0, _slack.Record.Counters.FailedDeliveries);
        Assert.True(_slack.Record.Counters.Attempts >= 40);
        Assert.Equal(30, client.Received.Count);
    }

    [Fact]
    public async Task The_ack_of_a_command_carries_its_answer_and_that_of_an_event_nothing()
    {
        await using RunningSocketMode client = new(_slack);
        client.Answer = static (_, _) => Task.FromResult(SlackHost.Says("""{"text":"One moment."}"""));
        await _slack.Sockets.WaitForConnectedAsync(2, Patience, Cancellation);

        var command = _slack.Interactions.Command(_ada, _channel, "/briefing", "ask what is new?");
        var answer = await _slack.Record.WaitForAnswerAsync(command, cancellationToken: Cancellation);
        _slack.World.Post(_ada, _channel, "hello");
        _slack.Interactions.GlobalShortcut(_ada, "ask");
        await _slack.Record.WaitForDeliveriesAsync(Patience, Cancellation);

        Assert.Equal(("One moment.", 3), (answer.Text, _slack.Record.Counters.Acks));
        Assert.Equal(
            [SlackDeliveryKind.EventsApi, SlackDeliveryKind.SlashCommand, SlackDeliveryKind.Interactive],
            client.Received.Select(static delivery => delivery.Kind).Order()
        );
        Assert.Equal(
            "ask what is new?",
            client
                .Received.Single(static delivery => delivery.Kind == SlackDeliveryKind.SlashCommand)
                .Payload.GetProperty("text")
                .GetString()
        );
        Assert.Empty(_slack.Record.Violations);
    }

    [Fact]
    public async Task An_envelope_may_be_larger_than_any_buffer()
    {
        await using RunningSocketMode client = new(_slack);
        await _slack.Sockets.WaitForConnectedAsync(1, Patience, Cancellation);
        string text = new('x', 300_000);

        _slack.World.Post(_ada, _channel, text);

        await client.WaitForReceivedAsync(1);
        Assert.Equal(text, RunningSocketMode.Text(client.Received.First()));
        await _slack.Record.WaitForDeliveriesAsync(Patience, Cancellation);
        Assert.Equal(1, _slack.Record.Counters.Acks);
    }

    [Theory]
    [InlineData(SocketFault.RefreshRequested)]
    [InlineData(SocketFault.Warning)]
    public async Task A_socket_that_is_to_end_is_replaced_before_it_does_and_keeps_its_acks(SocketFault fault)
    {
        await using RunningSocketMode client = new(_slack, configure: static options => options.Connections = 1);
        TaskCompletionSource<SlackAck> slow = new(TaskCreationOptions.RunContinuationsAsynchronously);
        client.Answer = (delivery, _) => RunningSocketMode.Text(delivery) == "before" ? slow.Task : Task.FromResult(SlackAck.Empty);
        await _slack.Sockets.WaitForConnectedAsync(1, Patience, Cancellation);
        _slack.World.Post(_ada, _channel, "before");
        await client.WaitForReceivedAsync(1);

        _slack.Sockets.Inject(fault);
        await _slack.Sockets.WaitForNewConnectionAsync(1, Patience, Cancellation);
        _slack.World.Post(_ada, _channel, "after");
        await client.WaitForReceivedAsync(2);
        slow.SetResult(SlackAck.Empty);
        await _slack.Record.WaitForDeliveriesAsync(Patience, Cancellation);

        Assert.Equal((2, 0), (_slack.Record.Counters.Acks, _slack.Record.Counters.Retries));
        await _slack.Record.WaitUntilAsync(() => _slack.Sockets.Connected is [2], Patience, Cancellation);
        Assert.Equal(2, _slack.Record.Counters.Connections);
        Assert.Empty(_slack.Record.Violations);
    }

    [Fact]
    public async Task A_whole_lifetime_with_its_warning_and_its_refresh_opens_two_sockets()
    {
        await StartAgainAsync(Quick with { ConnectionLifetime = TimeSpan.FromSeconds(3), RefreshGrace = TimeSpan.FromSeconds(1) });
        await using RunningSocketMode client = new(
            _slack,
            RunningSocketMode.Timings with
            {
                Linger = Patience,
            },
            static options => options.Connections = 1
        );
        await _slack.Sockets.WaitForConnectedAsync(1, Patience, Cancellation);
        await _slack.Sockets.WaitForNewConnectionAsync(1, Patience, Cancellation);

        await _slack.Record.WaitUntilAsync(() => _slack.Sockets.Connected is [2], Patience, Cancellation);

        Assert.Equal(2, _slack.Record.Counters.Connections);
        Assert.DoesNotContain(client.Log.Lines, static line => line.StartsWith("Warning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Socket_Mode_that_is_switched_off_ends_it_with_what_to_do()
    {
        await using RunningSocketMode client = new(_slack);
        await _slack.Sockets.WaitForConnectedAsync(2, Patience, Cancellation);

        _slack.Sockets.Inject(SocketFault.LinkDisabled);

        var error = await Assert.ThrowsAsync<SlackFatalException>(() => client.Running.WaitAsync(Patience, Cancellation));
        Assert.Contains("Settings > Socket Mode", error.Message, StringComparison.Ordinal);
        await _slack.Record.WaitUntilAsync(() => _slack.Sockets.Connected.Count == 0, Patience, Cancellation);
    }

    [Fact]
    public async Task Where_too_many_sockets_are_open_it_stays_away_and_the_others_go_on()
    {
        await StartAgainAsync(Quick with { MaxConnections = 1 });
        await using RunningSocketMode client = new(_slack, RunningSocketMode.Timings with { TooMany = TimeSpan.FromHours(1) });
        await client.Log.WaitForAsync("too many sockets open", Cancellation);

        _slack.World.Post(_ada, _channel, "hello");
        await _slack.Record.WaitForDeliveriesAsync(Patience, Cancellation);

        Assert.Equal((1, 2), (_slack.Record.Counters.Acks, _slack.Record.Counters.Calls));
        Assert.False(client.Running.IsCompleted);
    }

    [Fact]
    public async Task A_socket_that_was_one_too_many_comes_back_later()
    {
        await using RunningSocketMode client = new(_slack, configure: static options => options.Connections = 1);
        await _slack.Sockets.WaitForConnectedAsync(1, Patience, Cancellation);

        _slack.Sockets.Inject(SocketFault.TooManyWebsockets);

        await _slack.Sockets.WaitForNewConnectionAsync(1, Patience, Cancellation);
        await client.Log.WaitForAsync("too many sockets open", Cancellation);
    }

    [Theory]
    [InlineData(SocketFault.Close)]
    [InlineData(SocketFault.DropTcp)]
    [InlineData(SocketFault.Freeze)]
    public async Task A_socket_that_is_gone_or_dead_is_noticed_and_replaced(SocketFault fault)
    {
        var timings = RunningSocketMode.Timings with { Ping = TimeSpan.FromMilliseconds(200), Pong = TimeSpan.FromSeconds(1) };
        await using RunningSocketMode client = new(_slack, timings, static options => options.Connections = 1);
        await _slack.Sockets.WaitForConnectedAsync(1, Patience, Cancellation);

        _slack.Sockets.Inject(fault);
        _slack.World.Post(_ada, _channel, "hello");
        await _slack.Sockets.WaitForNewConnectionAsync(1, Patience, Cancellation);
        await client.WaitForReceivedAsync(1);

        await _slack.Record.WaitForDeliveriesAsync(Patience, Cancellation);
        Assert.Equal(1, _slack.Record.Counters.Acks);
    }

    [Fact]
    public async Task Handshakes_that_fail_and_hellos_that_are_late_are_tried_again()
    {
        _slack.Faults.RefuseHandshakes(2);
        _slack.Faults.DelayHellos(TimeSpan.FromHours(1));
        await using RunningSocketMode client = new(
            _slack,
            RunningSocketMode.Timings with
            {
                Hello = TimeSpan.FromSeconds(1),
            },
            static options => options.Connections = 1
        );

        await _slack.Sockets.WaitForConnectedAsync(1, Patience, Cancellation);

        Assert.Equal((4, 2), (_slack.Record.Counters.Calls, _slack.Record.Counters.Connections));
        await client.Log.WaitForAsync("no hello within 1 s", Cancellation);
    }

    [Theory]
    [InlineData("not_authed")]
    [InlineData("invalid_auth")]
    [InlineData("account_inactive")]
    [InlineData("user_removed_from_team")]
    [InlineData("team_disabled")]
    [InlineData("not_allowed_token_type")]
    [InlineData("missing_scope")]
    public async Task An_opening_that_is_refused_for_good_ends_it_with_what_to_do(string word)
    {
        _slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error, "apps.connections.open", 2) { Error = word });
        await using RunningSocketMode client = new(_slack);

        var error = await Assert.ThrowsAsync<SlackFatalException>(() => client.Running.WaitAsync(Patience, Cancellation));

        Assert.Contains($"{word}: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_slack.AppToken, error.Message, StringComparison.Ordinal);
        Assert.InRange(_slack.Record.Counters.Calls, 1, 2);
    }

    [Theory]
    [InlineData(WebApiFaultKind.Error)]
    [InlineData(WebApiFaultKind.ServerError)]
    [InlineData(WebApiFaultKind.DropTcp)]
    [InlineData(WebApiFaultKind.RateLimit)]
    public async Task An_opening_that_fails_is_tried_again(WebApiFaultKind fault)
    {
        _slack.Faults.Add(
            new WebApiFault(fault, "apps.connections.open", fault == WebApiFaultKind.RateLimit ? 1 : 4) { Duration = TimeSpan.Zero }
        );
        await using RunningSocketMode client = new(_slack);

        await _slack.Sockets.WaitForConnectedAsync(2, Patience, Cancellation);
    }

    [Fact]
    public async Task The_app_token_goes_in_the_header_and_the_bot_token_does_not_go_at_all()
    {
        await using RunningSocketMode client = new(_slack, configure: static options => options.BotToken = "xoxb-of-no-use");
        await _slack.Sockets.WaitForConnectedAsync(2, Patience, Cancellation);

        Assert.All(_slack.Record.Calls, static call => Assert.Equal(("apps.connections.open", 0), (call.Method, call.Arguments.Count)));
    }

    [Fact]
    public async Task When_it_stops_the_sockets_are_closed_and_what_is_worked_on_is_told()
    {
        await using RunningSocketMode client = new(_slack);
        client.Answer = static async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return SlackAck.Empty;
        };
        await _slack.Sockets.WaitForConnectedAsync(2, Patience, Cancellation);
        _slack.World.Post(_ada, _channel, "hello");
        await client.WaitForReceivedAsync(1);

        await client.StopAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Running.WaitAsync(Patience, Cancellation));
        await _slack.Record.WaitUntilAsync(() => _slack.Sockets.Connected.Count == 0, Patience, Cancellation);
        Assert.Equal(0, _slack.Record.Counters.Acks);
    }

    [Fact]
    public async Task Two_hundred_events_arrive_once_each_whatever_happens_to_the_sockets()
    {
        // Slack's three retries span six minutes; here a limit of a second spans two of them, so there are more.
        TimeSpan[] retries = [TimeSpan.Zero, .. Enumerable.Repeat(TimeSpan.FromSeconds(1), 9)];
        await StartAgainAsync(
            Quick with
            {
                RetryDelays = retries,
                RateLimits = new() { Enabled = false },
            }
        );
        _slack.Faults.Randomize(
            new RandomFaults(7)
            {
                SocketRate = 0.15,
                MaxSocketFaults = 40,
                DuplicateRate = 0.2,
                LostAckRate = 0.1,
                WebApiRate = 0.2,
                Duration = TimeSpan.FromMilliseconds(50),
            }
        );
        await using RunningSocketMode client = new(_slack, RunningSocketMode.Timings with { Linger = TimeSpan.FromSeconds(1) });
        await _slack.Sockets.WaitForConnectedAsync(2, Patience, Cancellation);

        foreach (int number in Enumerable.Range(0, 200))
        {
            _slack.World.Post(_ada, _channel, $"number {number}");
            if (number % 10 == 0)
            {
                await _slack.Sockets.WaitForConnectedAsync(1, Patience, Cancellation);
            }
        }

        await _slack.Record.WaitForDeliveriesAsync(TimeSpan.FromSeconds(60), Cancellation);
        Assert.Empty(
            _slack
                .Record.Deliveries.Where(static delivery => delivery.State == DeliveryState.Failed)
                .Select(static delivery =>
                    string.Join(
                        ", ",
                        delivery.Attempts.Select(static attempt => $"{attempt.At:ss.fff} on {attempt.Socket}: {attempt.Failure}")
                    )
                )
        );
        Assert.Equal(200, client.Received.Select(RunningSocketMode.Text).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(200, client.Received.Count);
        Assert.True(_slack.Record.Faults.Values.Sum() > 50);
    }

    private async ValueTask StartAsync(FakeSlackOptions options)
    {
        _slack = await FakeSlackServer.StartAsync(options, Cancellation);
        _ada = _slack.World.AddUser("ada");
        _channel = _slack.World.AddChannel("general");
    }

    private async Task StartAgainAsync(FakeSlackOptions options)
    {
        await _slack.DisposeAsync();
        await StartAsync(options);
    }
}
