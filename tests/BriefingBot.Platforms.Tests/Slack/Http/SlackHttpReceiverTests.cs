using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using BriefingBot.Slack;
using BriefingBot.Slack.Http;
using BriefingBot.Slack.Inbound;
using BriefingBot.TestServers;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Delivery;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.Http;

/// <summary>Signed HTTP over real requests, from the fake Slack and from those who only pretend.</summary>
public sealed class SlackHttpReceiverTests
{
    private const string Events = "/slack/events";
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    private static readonly FakeSlackOptions Quick = new()
    {
        AckDeadline = TimeSpan.FromSeconds(2),
        RetryDelays = [TimeSpan.Zero, TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(100)],
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

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
    public async Task A_request_that_is_replayed_has_no_effect()
    {
        var (slack, host, _, _) = await StartAsync();
        await using var server = slack;
        await using var bot = host;
        bot.Answer = static (_, _) => Task.FromResult(SlackHost.Says("""{"text":"only for the first"}"""));
        const string body = "command=%2Fbriefing&text=reindex&trigger_id=1.2.3";

        using var first = await slack.Push.SendAsync("/slack/commands", body, Form, cancellationToken: Cancellation);
        using var replay = await slack.Push.SendAsync("/slack/commands", body, Form, cancellationToken: Cancellation);

        Assert.Equal("""{"text":"only for the first"}""", await first.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal((HttpStatusCode.OK, ""), (replay.StatusCode, await replay.Content.ReadAsStringAsync(Cancellation)));
        Assert.Single(bot.Received);
    }

    [Fact]
    public async Task Forged_stale_early_and_unsigned_requests_are_refused_and_reach_nobody()
    {
        var (slack, host, _, _) = await StartAsync();
        await using var server = slack;
        await using var bot = host;
        const string body = """{"type":"event_callback","event_id":"Ev1"}""";
        const string challenge = """{"type":"url_verification","challenge":"x"}""";
        var now = TimeProvider.System.GetUtcNow();
        string timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        string signature = RequestSigner.Sign(slack.SigningSecret, timestamp, body);
        (string Body, DateTimeOffset? At, string? Signature)[] requests =
        [
            (body, null, "v0=00"),
            (body, null, ""),
            (body, null, RequestSigner.Sign("another secret", timestamp, body)),
            (body, now.AddSeconds(-330), null),
            (body, now.AddSeconds(330), null),
            (body + " ", now, signature),
            (body[..^1], now, signature),
            ("", now, signature),
            (body, now.AddSeconds(1), signature),
            (challenge, null, ""),
        ];

        foreach (var (sent, at, given) in requests)
        {
            foreach (var path in Enum.GetValues<SlackHttpPath>())
            {
                using var response = await slack.Push.SendAsync(
                    $"/slack/{path}",
                    sent,
                    path == SlackHttpPath.Events ? Json : Form,
                    at,
                    given,
                    cancellationToken: Cancellation
                );
                Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
                Assert.DoesNotContain("x", (await response.Content.ReadAsStringAsync(Cancellation)).Split(' '));
            }
        }

        Assert.Empty(bot.Received);
        await bot.Log.WaitForAsync(" s past; ", Cancellation);
    }

    [Fact]
    public async Task A_request_that_breaks_off_is_refused_and_reaches_nobody()
    {
        var (slack, host, _, _) = await StartAsync();
        await using var server = slack;
        await using var bot = host;
        const string body = """{"type":"event_callback","event_id":"Ev1"}""";
        string timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using TcpClient tcp = new();
        await tcp.ConnectAsync(IPAddress.Loopback, bot.Address.Port, Cancellation);
        string head =
            $"POST {Events} HTTP/1.1\r\nHost: x\r\nContent-Type: {Json}\r\nContent-Length: {body.Length}\r\n"
            + $"X-Slack-Request-Timestamp: {timestamp}\r\nX-Slack-Signature: "
            + $"{RequestSigner.Sign(slack.SigningSecret, timestamp, body)}\r\n\r\n";

        await using var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(head + body[..^5]), Cancellation);
        tcp.Client.Shutdown(SocketShutdown.Send);
        string answer = await ReadToEndAsync(stream);

        Assert.DoesNotContain(" 200 ", answer, StringComparison.Ordinal);
        Assert.Empty(bot.Received);
    }

    [Fact]
    public async Task A_check_of_the_certificate_is_answered_without_a_signature_and_everything_else_in_it_is_dropped()
    {
        var (slack, host, _, _) = await StartAsync();
        await using var server = slack;
        await using var bot = host;
        const string body = "ssl_check=1&command=%2Fbriefing&text=reindex&trigger_id=1.2.3&payload=%7B%7D";

        foreach (string path in (string[])["/slack/commands", "/slack/interactivity"])
        {
            using var response = await slack.Push.SendAsync(path, body, Form, signature: "", cancellationToken: Cancellation);
            Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation)));
        }

        using var events = await slack.Push.SendAsync(Events, body, Form, signature: "", cancellationToken: Cancellation);
        using var json = await slack.Push.SendAsync("/slack/commands", body, Json, signature: "", cancellationToken: Cancellation);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (events.StatusCode, json.StatusCode));
        Assert.Empty(bot.Received);
    }

    [Theory]
    [InlineData("/slack/events", Json, "no JSON")]
    [InlineData("/slack/events", Json, "[1]")]
    [InlineData("/slack/events", Json, "")]
    [InlineData("/slack/commands", Json, "{}")]
    [InlineData("/slack/interactivity", Form, "payload=no+JSON")]
    [InlineData("/slack/interactivity", Form, "payload=%5B%5D")]
    [InlineData("/slack/interactivity", Form, "other=1")]
    public async Task What_cannot_be_read_is_answered_400(string path, string contentType, string body)
    {
        var (slack, host, _, _) = await StartAsync();
        await using var server = slack;
        await using var bot = host;

        using var response = await slack.Push.SendAsync(path, body, contentType, cancellationToken: Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(bot.Received);
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_refused_and_one_of_a_tenth_is_not()
    {
        var (slack, host, _, _) = await StartAsync();
        await using var server = slack;
        await using var bot = host;

        using var tooLong = await slack.Push.SendAsync(
            Events,
            new string('x', SlackHttpReceiver.MaxBody + 1),
            Json,
            cancellationToken: Cancellation
        );
        using var fine = await slack.Push.SendAsync(
            Events,
            $$"""{"event_id":"Ev1","text":"{{new string('x', SlackHttpReceiver.MaxBody / 10)}}"}""",
            Json,
            cancellationToken: Cancellation
        );

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.OK), (tooLong.StatusCode, fine.StatusCode));
        Assert.Single(bot.Received);
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

    [Fact]
    public async Task The_time_of_a_request_is_held_against_the_clock_of_the_bot()
    {
        ManualClock clock = new(TimeProvider.System.GetUtcNow().AddMinutes(-10));
        await using var slack = await FakeSlackServer.StartAsync(Quick, Cancellation);
        await using var host = await SlackHost.StartAsync(slack.SigningSecret, Cancellation, clock);
        slack.Push.UseHttp(host.Address);

        using var early = await slack.Push.SendAsync(Events, """{"event_id":"Ev1"}""", Json, cancellationToken: Cancellation);
        clock.Advance(TimeSpan.FromMinutes(10));
        using var fine = await slack.Push.SendAsync(Events, """{"event_id":"Ev1"}""", Json, cancellationToken: Cancellation);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (early.StatusCode, fine.StatusCode));
    }

    private static async Task<string> ReadToEndAsync(Stream stream)
    {
        try
        {
            using StreamReader reader = new(stream);
            return await reader.ReadToEndAsync(Cancellation);
        }
        catch (IOException exception)
        {
            // The server may reset the connection, having read half a request.
            return exception.Message;
        }
    }

    private static SlackDelivery One(SlackHost host, SlackDeliveryKind kind) =>
        Assert.Single(host.Received, delivery => delivery.Kind == kind);

    private static async Task<(FakeSlackServer Slack, SlackHost Host, FakeUser Ada, FakeChannel Channel)> StartAsync()
    {
        var slack = await FakeSlackServer.StartAsync(Quick, Cancellation);
        var host = await SlackHost.StartAsync(slack.SigningSecret, Cancellation);
        slack.Push.UseHttp(host.Address);
        return (slack, host, slack.World.AddUser("ada"), slack.World.AddChannel("general"));
    }
}
