using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using BriefingBot.Slack.Http;
using BriefingBot.TestServers;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Delivery;

namespace BriefingBot.Platforms.Tests.Slack.Http;

/// <summary>Requests from those who only pretend, and those that cannot be read.</summary>
public sealed class RefusedRequestTests : SlackHttpTest
{
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
}
