using System.Net;
using BriefingBot.Slack;
using BriefingBot.Slack.Inbound;
using BriefingBot.TestServers.Slack;

namespace BriefingBot.Platforms.Tests.Slack.Http;

/// <summary>What comes by signed HTTP, and how it is acknowledged.</summary>
public sealed class SlackHttpReceiverTests : SlackHttpTest
{
    [Fact]
    public async Task Events_commands_and_interactions_are_handed_on_in_the_same_form_as_by_Socket_Mode()
    {
        var (slack, host, ada, channel) = await StartAsync();
        await using var server = slack;
        await using var bot = host;
        Assert.True(await slack.Push.VerifyAddressAsync(Cancellation));
        Assert.Equal(HttpStatusCode.OK, await slack.Push.CheckSslAsync(Cancellation));

        var message = slack.World.Post(ada, channel, "what is new & true?");
        slack.Interactions.Command(ada, channel, "/briefing", "ask what is new & true? + more");
        slack.Interactions.GlobalShortcut(ada, "ask");
        await slack.Record.WaitForDeliveriesAsync(cancellationToken: Cancellation);

        Assert.Equal((3, 0, 0), (slack.Record.Counters.Acks, slack.Record.Counters.Retries, slack.Record.Counters.FailedDeliveries));
        var inner = One(bot, SlackDeliveryKind.EventsApi).Payload.GetProperty("event");
        Assert.Equal((message.Ts, "what is new &amp; true?"), (inner.GetProperty("ts").GetString(), inner.GetProperty("text").GetString()));
        var command = One(bot, SlackDeliveryKind.SlashCommand);
        Assert.Equal(
            ("/briefing", "ask what is new &amp; true? + more"),
            (command.Payload.GetProperty("command").GetString(), command.Payload.GetProperty("text").GetString())
        );
        Assert.True(command.AcceptsResponsePayload);
        var shortcut = One(bot, SlackDeliveryKind.Interactive);
        Assert.Equal(("shortcut", false), (shortcut.Payload.GetProperty("type").GetString(), shortcut.AcceptsResponsePayload));
    }

    [Fact]
    public async Task The_ack_of_a_command_carries_its_answer_and_that_of_an_event_nothing()
    {
        var (slack, host, ada, channel) = await StartAsync();
        await using var server = slack;
        await using var bot = host;
        bot.Answer = static (_, _) => Task.FromResult(SlackHost.Says("""{"response_type":"ephemeral","text":"One moment."}"""));

        var command = slack.Interactions.Command(ada, channel, "/briefing", "ask");
        var answer = await slack.Record.WaitForAnswerAsync(command, cancellationToken: Cancellation);
        slack.World.Post(ada, channel, "hello");
        await slack.Record.WaitForDeliveriesAsync(cancellationToken: Cancellation);

        Assert.Equal(("One moment.", ada), (answer.Text, answer.EphemeralTo));
        Assert.Null(slack.Record.Deliveries[^1].Response);
    }

    [Fact]
    public async Task What_could_not_be_journaled_is_answered_500_and_comes_again()
    {
        var (slack, host, ada, channel) = await StartAsync();
        await using var server = slack;
        await using var bot = host;
        bot.Answer = static (delivery, _) =>
            delivery.RetryAttempt < 2 ? throw new IOException("disk full") : Task.FromResult(SlackAck.Empty);

        slack.World.Post(ada, channel, "hello");
        await slack.Record.WaitForDeliveriesAsync(cancellationToken: Cancellation);

        Assert.Equal([500, 500, 200], slack.Record.Deliveries[0].Attempts.Select(static attempt => attempt.HttpStatus));
        Assert.Equal(
            [(0, null), (1, "http_error"), (2, "http_error")],
            bot.Received.Select(static delivery => (delivery.RetryAttempt, delivery.RetryReason))
        );
        await bot.Log.WaitForAsync("disk full", Cancellation);
    }

    [Fact]
    public async Task A_retry_that_is_the_first_to_arrive_is_taken_and_a_copy_is_not_taken_twice()
    {
        var (slack, host, _, _) = await StartAsync();
        await using var server = slack;
        await using var bot = host;
        Dictionary<string, string> headers = new(StringComparer.Ordinal)
        {
            ["X-Slack-Retry-Num"] = "2",
            ["X-Slack-Retry-Reason"] = "http_timeout",
        };
        const string body = """{"type":"event_callback","event_id":"Ev1","event":{"type":"message"}}""";

        foreach (int _ in Enumerable.Range(0, 3))
        {
            using var response = await slack.Push.SendAsync(Events, body, Json, headers: headers, cancellationToken: Cancellation);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        var delivery = Assert.Single(bot.Received);
        Assert.Equal((2, "http_timeout"), (delivery.RetryAttempt, delivery.RetryReason));
    }

    [Fact]
    public async Task Before_the_platform_runs_requests_are_put_off_and_the_address_can_be_verified()
    {
        await using var slack = await FakeSlackServer.StartAsync(Quick, Cancellation);
        await using var host = await SlackHost.StartAsync(slack.SigningSecret, Cancellation, isRunning: false);
        slack.Push.UseHttp(host.Address);
        const string body = """{"type":"event_callback","event_id":"Ev1"}""";

        Assert.True(await slack.Push.VerifyAddressAsync(Cancellation));
        using var early = await slack.Push.SendAsync(Events, body, Json, cancellationToken: Cancellation);
        host.Run();
        using var late = await slack.Push.SendAsync(Events, body, Json, cancellationToken: Cancellation);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (early.StatusCode, late.StatusCode));
        Assert.Single(host.Received);
    }

    [Fact]
    public async Task The_platform_stops_when_the_last_request_is_done_and_takes_no_more()
    {
        var (slack, host, _, _) = await StartAsync();
        await using var server = slack;
        await using var bot = host;
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<SlackAck> journaled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bot.Answer = (_, _) =>
        {
            arrived.SetResult();
            return journaled.Task;
        };
        var open = slack.Push.SendAsync(Events, """{"event_id":"Ev1"}""", Json, cancellationToken: Cancellation);
        await arrived.Task.WaitAsync(Cancellation);

        await bot.StopReceivingAsync();
        using var late = await slack.Push.SendAsync(Events, """{"event_id":"Ev2"}""", Json, cancellationToken: Cancellation);
        bool hasEnded = bot.Running.IsCompleted;
        // Before anything can fail: the platform waits for it.
        journaled.SetResult(SlackAck.Empty);

        using var first = await open;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, late.StatusCode);
        Assert.False(hasEnded);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bot.Running.WaitAsync(TimeSpan.FromSeconds(5), Cancellation));
    }

    [Fact]
    public async Task A_command_whose_sender_has_hung_up_is_journaled_all_the_same()
    {
        var (slack, host, _, _) = await StartAsync();
        await using var server = slack;
        await using var bot = host;
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource journaled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bot.Answer = async (_, cancellationToken) =>
        {
            arrived.SetResult();
            await release.Task.WaitAsync(cancellationToken);
            journaled.SetResult();
            return SlackAck.Empty;
        };
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var sending = slack.Push.SendAsync("/slack/commands", "command=%2Fbriefing&trigger_id=1", Form, cancellationToken: patience.Token);
        await arrived.Task.WaitAsync(Cancellation);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        release.SetResult();

        await journaled.Task.WaitAsync(TimeSpan.FromSeconds(5), Cancellation);
    }

    [Fact]
    public async Task In_Socket_Mode_nothing_is_taken_by_HTTP()
    {
        await using var slack = await FakeSlackServer.StartAsync(Quick, Cancellation);
        await using var host = await SlackHost.StartAsync(slack.SigningSecret, Cancellation, mode: SlackMode.Socket);
        slack.Push.UseHttp(host.Address);

        using var response = await slack.Push.SendAsync(Events, "{}", Json, cancellationToken: Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
