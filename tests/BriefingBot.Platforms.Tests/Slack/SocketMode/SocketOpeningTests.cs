using BriefingBot.Slack;
using BriefingBot.TestServers;
using BriefingBot.TestServers.Slack.Faults;

namespace BriefingBot.Platforms.Tests.Slack.SocketMode;

/// <summary>How sockets are opened, and when that ends for good.</summary>
public sealed class SocketOpeningTests : SocketModeTest
{
    [Fact]
    public async Task Sockets_are_opened_one_after_the_other()
    {
        ManualClock clock = new(TimeProvider.System.GetUtcNow());
        await using RunningSocketMode client = new(
            Slack,
            configure: static options => (options.Connections, options.ConnectionStagger) = (3, 10),
            clock: clock
        );
        await Slack.Sockets.WaitForConnectedAsync(1, Patience, Cancellation);
        clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.Equal(1, Slack.Record.Counters.Calls);

        clock.Advance(TimeSpan.FromSeconds(0.1));
        await Slack.Sockets.WaitForConnectedAsync(2, Patience, Cancellation);
        Assert.Equal(2, Slack.Record.Counters.Calls);
        clock.Advance(TimeSpan.FromSeconds(10));

        await Slack.Sockets.WaitForConnectedAsync(3, Patience, Cancellation);
    }

    [Fact]
    public async Task Socket_Mode_that_is_switched_off_ends_it_with_what_to_do()
    {
        await using RunningSocketMode client = new(Slack);
        await Slack.Sockets.WaitForConnectedAsync(2, Patience, Cancellation);

        Slack.Sockets.Inject(SocketFault.LinkDisabled);

        var error = await Assert.ThrowsAsync<SlackFatalException>(() => client.Running.WaitAsync(Patience, Cancellation));
        Assert.Contains("Settings > Socket Mode", error.Message, StringComparison.Ordinal);
        await Slack.Record.WaitUntilAsync(() => Slack.Sockets.Connected.Count == 0, Patience, Cancellation);
    }

    [Fact]
    public async Task Handshakes_that_fail_and_hellos_that_are_late_are_tried_again()
    {
        Slack.Faults.RefuseHandshakes(2);
        Slack.Faults.DelayHellos(TimeSpan.FromHours(1));
        await using RunningSocketMode client = new(
            Slack,
            RunningSocketMode.Timings with
            {
                Hello = TimeSpan.FromSeconds(1),
            },
            static options => options.Connections = 1
        );

        await Slack.Sockets.WaitForConnectedAsync(1, Patience, Cancellation);

        Assert.Equal((4, 2), (Slack.Record.Counters.Calls, Slack.Record.Counters.Connections));
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
        Slack.Faults.Add(new WebApiFault(WebApiFaultKind.Error, "apps.connections.open", 2) { Error = word });
        await using RunningSocketMode client = new(Slack);

        var error = await Assert.ThrowsAsync<SlackFatalException>(() => client.Running.WaitAsync(Patience, Cancellation));

        Assert.Contains($"{word}: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Slack.AppToken, error.Message, StringComparison.Ordinal);
        Assert.InRange(Slack.Record.Counters.Calls, 1, 2);
    }

    [Theory]
    [InlineData(WebApiFaultKind.Error)]
    [InlineData(WebApiFaultKind.ServerError)]
    [InlineData(WebApiFaultKind.DropTcp)]
    [InlineData(WebApiFaultKind.RateLimit)]
    public async Task An_opening_that_fails_is_tried_again(WebApiFaultKind fault)
    {
        Slack.Faults.Add(
            new WebApiFault(fault, "apps.connections.open", fault == WebApiFaultKind.RateLimit ? 1 : 4) { Duration = TimeSpan.Zero }
        );
        await using RunningSocketMode client = new(Slack);

        await Slack.Sockets.WaitForConnectedAsync(2, Patience, Cancellation);
    }

    [Fact]
    public async Task The_app_token_goes_in_the_header_and_the_bot_token_does_not_go_at_all()
    {
        await using RunningSocketMode client = new(Slack, configure: static options => options.BotToken = "xoxb-of-no-use");
        await Slack.Sockets.WaitForConnectedAsync(2, Patience, Cancellation);

        Assert.All(Slack.Record.Calls, static call => Assert.Equal(("apps.connections.open", 0), (call.Method, call.Arguments.Count)));
    }
}
