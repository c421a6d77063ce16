using System.Diagnostics;
using BriefingBot.Platforms.Tests.Discord;
using BriefingBot.Slack.Protocol.Messages;
using BriefingBot.Slack.WebApi;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Faults;

namespace BriefingBot.Platforms.Tests.Slack.WebApi;

/// <summary>Limits, and waiting for them.</summary>
public sealed class WebApiLimitTests : WebApiTest
{
    [Fact]
    public async Task A_limit_is_waited_for_as_long_as_Slack_says_and_by_all_who_call_the_method()
    {
        Slack.Faults.Add(new WebApiFault(WebApiFaultKind.RateLimit, "users.info") { Duration = TimeSpan.FromSeconds(1) });
        var first = Api.GetUserAsync(Ada.Id, Cancellation);
        await Slack.Record.WaitUntilAsync(() => Slack.Record.Counters.RateLimited == 1, cancellationToken: Cancellation);
        await Log.WaitForAsync("users.info is rate limited", Cancellation);
        long start = Stopwatch.GetTimestamp();

        await Api.GetUserAsync(Ada.Id, Cancellation);
        await first;

        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.FromMilliseconds(700), TimeSpan.FromSeconds(4));
        Assert.Equal((3, 1), (Slack.Record.Counters.Calls, Slack.Record.Counters.RateLimited));
    }

    [Fact]
    public async Task Posting_keeps_the_pace_so_that_Slack_never_refuses_and_channels_do_not_wait_for_each_other()
    {
        // Both sides count by one clock, which moves when all that may be posted has arrived: how long a call is on its way plays no part.
        var pace = TimeSpan.FromMilliseconds(100);
        ManualClock clock = new();
        await RestartAsync(new FakeSlackOptions { TimeScale = 0.1, Clock = clock }, Quick with { BetweenPosts = pace }, clock);
        var other = Slack.World.AddChannel("other");
        var busy = Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(number => Api.PostMessageAsync(new PostMessage(Channel.Id) { Text = $"number {number}" }, Cancellation))
        );

        await Api.PostMessageAsync(new PostMessage(other.Id) { Text = "free" }, Cancellation);
        for (int posted = 1 + Quick.PostBurst; posted < 9; posted++)
        {
            await Slack.Record.WaitUntilAsync(() => Slack.Record.Counters.BotMessages >= posted, cancellationToken: Cancellation);
            Assert.False(busy.IsCompleted);
            Assert.Equal(posted, Slack.Record.Counters.BotMessages);
            clock.Advance(pace);
        }

        await busy;

        Assert.Equal((9, 0), (Slack.Record.Counters.BotMessages, Slack.Record.Counters.RateLimited));
    }

    [Fact]
    public async Task A_limit_that_is_too_long_and_a_status_that_would_be_late_are_told_to_the_caller()
    {
        var root = Slack.World.Post(Ada, Channel, "root");
        Slack.Faults.Add(new WebApiFault(WebApiFaultKind.RateLimit, "users.info") { Duration = TimeSpan.FromHours(1) });
        Slack.Faults.Add(new WebApiFault(WebApiFaultKind.RateLimit, "assistant.threads.setStatus") { Duration = TimeSpan.FromSeconds(1) });

        var tooLong = await Assert.ThrowsAsync<SlackApiException>(() => Api.GetUserAsync(Ada.Id, Cancellation));
        var late = await Assert.ThrowsAsync<SlackApiException>(() =>
            Api.Assistant.SetStatusAsync(Channel.Id, root.Ts, "reads", Cancellation)
        );

        Assert.Equal((TimeSpan.FromHours(1), TimeSpan.FromSeconds(1)), (tooLong.RetryAfter!.Value, late.RetryAfter!.Value));
        Assert.False(tooLong.IsPermanent || late.IsPermanent);
        await Assert.ThrowsAsync<SlackApiException>(() => Api.GetUserAsync(Ada.Id, Cancellation));
        Assert.Equal(2, Slack.Record.Counters.Calls);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_let_go()
    {
        Slack.Faults.Add(new WebApiFault(WebApiFaultKind.RateLimit, "users.info") { Duration = TimeSpan.FromSeconds(60) });
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var asking = Api.GetUserAsync(Ada.Id, patience.Token);
        await Log.WaitForAsync("users.info is rate limited", Cancellation);

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking.WaitAsync(TimeSpan.FromSeconds(5), Cancellation));
    }
}
