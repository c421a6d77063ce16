using BriefingBot.Slack.Inbound;
using BriefingBot.TestServers.Slack.Faults;

namespace BriefingBot.Platforms.Tests.Slack.SocketMode;

/// <summary>How sockets are replaced, lost and closed.</summary>
public sealed class SocketLifetimeTests : SocketModeTest
{
    [Theory]
    [InlineData(SocketFault.RefreshRequested)]
    [InlineData(SocketFault.Warning)]
    public async Task A_socket_that_is_to_end_is_replaced_before_it_does_and_keeps_its_acks(SocketFault fault)
    {
        await using RunningSocketMode client = new(Slack, configure: static options => options.Connections = 1);
        TaskCompletionSource<SlackAck> slow = new(TaskCreationOptions.RunContinuationsAsynchronously);
        client.Answer = (delivery, _) => RunningSocketMode.Text(delivery) == "before" ? slow.Task : Task.FromResult(SlackAck.Empty);
        await Slack.Sockets.WaitForConnectedAsync(1, Patience, Cancellation);
        Slack.World.Post(Ada, Channel, "before");
        await client.WaitForReceivedAsync(1);

        Slack.Sockets.Inject(fault);
        await Slack.Sockets.WaitForNewConnectionAsync(1, Patience, Cancellation);
        Slack.World.Post(Ada, Channel, "after");
        await client.WaitForReceivedAsync(2);
        slow.SetResult(SlackAck.Empty);
        await Slack.Record.WaitForDeliveriesAsync(Patience, Cancellation);

        Assert.Equal((2, 0), (Slack.Record.Counters.Acks, Slack.Record.Counters.Retries));
        await Slack.Record.WaitUntilAsync(() => Slack.Sockets.Connected is [2], Patience, Cancellation);
        Assert.Equal(2, Slack.Record.Counters.Connections);
        Assert.Empty(Slack.Record.Violations);
    }

    [Fact]
    public async Task A_whole_lifetime_with_its_warning_and_its_refresh_opens_two_sockets()
    {
        await StartAgainAsync(Quick with { ConnectionLifetime = TimeSpan.FromSeconds(3), RefreshGrace = TimeSpan.FromSeconds(1) });
        await using RunningSocketMode client = new(
            Slack,
            RunningSocketMode.Timings with
            {
                Linger = Patience,
            },
            static options => options.Connections = 1
        );
        await Slack.Sockets.WaitForConnectedAsync(1, Patience, Cancellation);
        await Slack.Sockets.WaitForNewConnectionAsync(1, Patience, Cancellation);

        await Slack.Record.WaitUntilAsync(() => Slack.Sockets.Connected is [2], Patience, Cancellation);

        Assert.Equal(2, Slack.Record.Counters.Connections);
        Assert.DoesNotContain(client.Log.Lines, static line => line.StartsWith("Warning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_too_many_sockets_are_open_it_stays_away_and_the_others_go_on()
    {
        await StartAgainAsync(Quick with { MaxConnections = 1 });
        await using RunningSocketMode client = new(Slack, RunningSocketMode.Timings with { TooMany = TimeSpan.FromHours(1) });
        await client.Log.WaitForAsync("too many sockets open", Cancellation);

        Slack.World.Post(Ada, Channel, "hello");
        await Slack.Record.WaitForDeliveriesAsync(Patience, Cancellation);

        Assert.Equal((1, 2), (Slack.Record.Counters.Acks, Slack.Record.Counters.Calls));
        Assert.False(client.Running.IsCompleted);
    }

    [Fact]
    public async Task A_socket_that_was_one_too_many_comes_back_later()
    {
        await using RunningSocketMode client = new(Slack, configure: static options => options.Connections = 1);
        await Slack.Sockets.WaitForConnectedAsync(1, Patience, Cancellation);

        Slack.Sockets.Inject(SocketFault.TooManyWebsockets);

        await Slack.Sockets.WaitForNewConnectionAsync(1, Patience, Cancellation);
        await client.Log.WaitForAsync("too many sockets open", Cancellation);
    }

    [Theory]
    [InlineData(SocketFault.Close)]
    [InlineData(SocketFault.DropTcp)]
    [InlineData(SocketFault.Freeze)]
    public async Task A_socket_that_is_gone_or_dead_is_noticed_and_replaced(SocketFault fault)
    {
        var timings = RunningSocketMode.Timings with { Ping = TimeSpan.FromMilliseconds(200), Pong = TimeSpan.FromSeconds(1) };
        await using RunningSocketMode client = new(Slack, timings, static options => options.Connections = 1);
        await Slack.Sockets.WaitForConnectedAsync(1, Patience, Cancellation);

        Slack.Sockets.Inject(fault);
        Slack.World.Post(Ada, Channel, "hello");
        await Slack.Sockets.WaitForNewConnectionAsync(1, Patience, Cancellation);
        await client.WaitForReceivedAsync(1);

        await Slack.Record.WaitForDeliveriesAsync(Patience, Cancellation);
        Assert.Equal(1, Slack.Record.Counters.Acks);
    }

    [Fact]
    public async Task When_it_stops_the_sockets_are_closed_and_what_is_worked_on_is_told()
    {
        await using RunningSocketMode client = new(Slack);
        client.Answer = static async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return SlackAck.Empty;
        };
        await Slack.Sockets.WaitForConnectedAsync(2, Patience, Cancellation);
        Slack.World.Post(Ada, Channel, "hello");
        await client.WaitForReceivedAsync(1);

        await client.StopAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Running.WaitAsync(Patience, Cancellation));
        await Slack.Record.WaitUntilAsync(() => Slack.Sockets.Connected.Count == 0, Patience, Cancellation);
        Assert.Equal(0, Slack.Record.Counters.Acks);
    }
}
