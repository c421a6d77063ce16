using BriefingBot.Platforms.Tests.Slack.Http;
using BriefingBot.Slack.Inbound;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Delivery;
using BriefingBot.TestServers.Slack.Faults;

namespace BriefingBot.Platforms.Tests.Slack.SocketMode;

/// <summary>What sockets bring, and how it is acknowledged.</summary>
public sealed class EnvelopeTests : SocketModeTest
{
    [Fact]
    public async Task Events_are_acknowledged_on_the_socket_that_brought_them()
    {
        await using RunningSocketMode client = new(Slack);
        await Slack.Sockets.WaitForConnectedAsync(2, Patience, Cancellation);

        foreach (int number in Enumerable.Range(0, 40))
        {
            Slack.World.Post(Ada, Channel, $"number {number}");
        }

        await Slack.Record.WaitForDeliveriesAsync(Patience, Cancellation);
        Assert.Equal((40, 0), (Slack.Record.Counters.Acks, Slack.Record.Counters.Retries));
        Assert.Equal(2, Slack.Record.Deliveries.Select(static delivery => delivery.Attempts[0].Socket).Distinct().Count());
        Assert.Equal(40, client.Received.Select(RunningSocketMode.Text).Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(Slack.Record.Violations);
    }

    [Fact]
    public async Task The_ack_comes_when_the_receiver_is_done_and_a_slow_one_holds_nobody_up()
    {
        await using RunningSocketMode client = new(Slack, configure: static options => options.Connections = 1);
        TaskCompletionSource<SlackAck> slow = new(TaskCreationOptions.RunContinuationsAsynchronously);
        client.Answer = (delivery, _) => RunningSocketMode.Text(delivery) == "slow" ? slow.Task : Task.FromResult(SlackAck.Empty);
        await Slack.Sockets.WaitForConnectedAsync(1, Patience, Cancellation);

        Slack.World.Post(Ada, Channel, "slow");
        foreach (int number in Enumerable.Range(0, 10))
        {
            Slack.World.Post(Ada, Channel, $"number {number}");
        }

        await Slack.Record.WaitUntilAsync(() => Slack.Record.Counters.Acks == 10, Patience, Cancellation);
        Assert.Equal(DeliveryState.Pending, Slack.Record.Deliveries[0].State);
        slow.SetResult(SlackAck.Empty);
        await Slack.Record.WaitForDeliveriesAsync(Patience, Cancellation);
        Assert.Equal(11, client.Received.Count);
    }

    [Fact]
    public async Task What_could_not_be_journaled_is_not_acknowledged_and_comes_again()
    {
        await StartAgainAsync(Quick with { AckDeadline = TimeSpan.FromSeconds(1) });
        await using RunningSocketMode client = new(Slack);
        client.Answer = static (delivery, _) =>
            delivery.RetryAttempt < 2 ? throw new IOException("disk full") : Task.FromResult(SlackAck.Empty);
        await Slack.Sockets.WaitForConnectedAsync(2, Patience, Cancellation);

        Slack.World.Post(Ada, Channel, "hello");
        await Slack.Record.WaitForDeliveriesAsync(Patience, Cancellation);

        Assert.Equal(["timeout", "timeout", null], Slack.Record.Deliveries[0].Attempts.Select(static attempt => attempt.Failure));
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
        Slack.Faults.DuplicateEvents(10);
        Slack.Faults.LoseAcks(10);
        await using RunningSocketMode client = new(Slack);
        await Slack.Sockets.WaitForConnectedAsync(2, Patience, Cancellation);

        foreach (int number in Enumerable.Range(0, 30))
        {
            Slack.World.Post(Ada, Channel, $"number {number}");
        }

        await Slack.Record.WaitForDeliveriesAsync(Patience, Cancellation);
        Assert.Equal(0, Slack.Record.Counters.FailedDeliveries);
        Assert.True(Slack.Record.Counters.Attempts >= 40);
        Assert.Equal(30, client.Received.Count);
    }

    [Fact]
    public async Task The_ack_of_a_command_carries_its_answer_and_that_of_an_event_nothing()
    {
        await using RunningSocketMode client = new(Slack);
        client.Answer = static (_, _) => Task.FromResult(SlackHost.Says("""{"text":"One moment."}"""));
        await Slack.Sockets.WaitForConnectedAsync(2, Patience, Cancellation);

        var command = Slack.Interactions.Command(Ada, Channel, "/briefing", "ask what is new?");
        var answer = await Slack.Record.WaitForAnswerAsync(command, cancellationToken: Cancellation);
        Slack.World.Post(Ada, Channel, "hello");
        Slack.Interactions.GlobalShortcut(Ada, "ask");
        await Slack.Record.WaitForDeliveriesAsync(Patience, Cancellation);

        Assert.Equal(("One moment.", 3), (answer.Text, Slack.Record.Counters.Acks));
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
        Assert.Empty(Slack.Record.Violations);
    }

    [Fact]
    public async Task An_envelope_may_be_larger_than_any_buffer()
    {
        await using RunningSocketMode client = new(Slack);
        await Slack.Sockets.WaitForConnectedAsync(1, Patience, Cancellation);
        string text = new('x', 300_000);

        Slack.World.Post(Ada, Channel, text);

        await client.WaitForReceivedAsync(1);
        Assert.Equal(text, RunningSocketMode.Text(client.Received.First()));
        await Slack.Record.WaitForDeliveriesAsync(Patience, Cancellation);
        Assert.Equal(1, Slack.Record.Counters.Acks);
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
        Slack.Faults.Randomize(
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
        await using RunningSocketMode client = new(Slack, RunningSocketMode.Timings with { Linger = TimeSpan.FromSeconds(1) });
        await Slack.Sockets.WaitForConnectedAsync(2, Patience, Cancellation);

        foreach (int number in Enumerable.Range(0, 200))
        {
            Slack.World.Post(Ada, Channel, $"number {number}");
            if (number % 10 == 0)
            {
                await Slack.Sockets.WaitForConnectedAsync(1, Patience, Cancellation);
            }
        }

        await Slack.Record.WaitForDeliveriesAsync(TimeSpan.FromSeconds(60), Cancellation);
        Assert.Empty(
            Slack
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
        Assert.True(Slack.Record.Faults.Values.Sum() > 50);
    }
}
