using System.Net;
using BriefingBot.TestServers.Slack;

namespace BriefingBot.Platforms.Tests.Slack.Host;

/// <summary>Signed HTTP at the web host: what gets through to the receiver and what does not.</summary>
public sealed class SlackHttpHostTests : IAsyncLifetime
{
    private const string Json = "application/json";
    private readonly BriefingBot.Platforms.Tests.Host.DataFolder _data = new();
    private FakeSlackServer _slack = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _slack = await FakeSlackServer.StartAsync(cancellationToken: Cancellation);

    public async ValueTask DisposeAsync()
    {
        await _slack.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task The_address_is_verified_and_forged_stale_and_overlong_requests_are_refused()
    {
        await using var bot = await BotOnSlack.StartHttpAsync(_slack, _data, Cancellation);

        Assert.True(await _slack.Push.VerifyAddressAsync(Cancellation));
        Assert.Equal(HttpStatusCode.OK, await _slack.Push.CheckSslAsync(Cancellation));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync("{}", signature: "v0=00"));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync("{}", signature: ""));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync("{}", at: TimeProvider.System.GetUtcNow().AddMinutes(-6)));
        Assert.Equal(
            HttpStatusCode.OK,
            await SendAsync(
                $"{{\"type\":\"event_callback\",\"event\":{{\"type\":\"app_home_opened\",\"filler\":\"{new string('x', 200_000)}\"}}}}"
            )
        );
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await SendAsync(new string('x', (1024 * 1024) + 1)));
    }

    [Fact]
    public async Task A_public_name_gets_through_when_it_is_allowed_and_not_otherwise()
    {
        await using (var closed = await BotOnSlack.StartHttpAsync(_slack, _data, Cancellation))
        {
            Assert.Equal(HttpStatusCode.BadRequest, await SendAsync("{}", host: "bot.example.com"));
        }

        await using var open = await BotOnSlack.StartHttpAsync(
            _slack,
            _data,
            Cancellation,
            ("Web:AllowedHosts", "bot.example.com;127.0.0.1")
        );

        Assert.Equal(HttpStatusCode.OK, await SendAsync("{}", host: "bot.example.com"));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync("{}", host: "evil.example"));
    }

    [Fact]
    public async Task In_apps_with_the_older_assistant_view_questions_are_offered_in_the_chat()
    {
        await _slack.DisposeAsync();
        _slack = await FakeSlackServer.StartAsync(new FakeSlackOptions { AgentView = false }, Cancellation);
        var user = _slack.World.AddUser("ada");
        var chat = _slack.World.SendDirectMessage(user, "New chat");
        await using var bot = await BotOnSlack.StartHttpAsync(_slack, _data, Cancellation);

        await SendAsync(
            $$$"""
            {"type":"event_callback","event_id":"Ev1","team_id":"{{{_slack.TeamId}}}","event":{"type":"assistant_thread_started",
             "assistant_thread":{"user_id":"{{{user.Id}}}","channel_id":"{{{chat.Channel.Id}}}","thread_ts":"{{{chat.Ts}}}","context":{} },"event_ts":"1.2"}}
            """
        );
        await _slack.Record.WaitUntilAsync(() => _slack.Record.Prompts.Count > 0, cancellationToken: Cancellation);

        var offered = Assert.Single(_slack.Record.Prompts);
        Assert.Equal(chat.Ts, offered.ThreadTs);
        Assert.Equal(4, offered.Prompts.Count);
    }

    [Fact]
    public async Task In_Socket_Mode_there_are_no_such_addresses()
    {
        await using var bot = await BotOnSlack.StartAsync(_slack, _data, Cancellation);
        _slack.Push.UseHttp(await bot.GetAddressAsync(Cancellation));

        Assert.Equal(HttpStatusCode.NotFound, await SendAsync("{}"));
    }

    private async Task<HttpStatusCode> SendAsync(string body, string? signature = null, DateTimeOffset? at = null, string? host = null)
    {
        Dictionary<string, string>? headers = host is null ? null : new(StringComparer.Ordinal) { ["Host"] = host };
        using var response = await _slack.Push.SendAsync("/slack/events", body, Json, at, signature, headers, Cancellation);
        return response.StatusCode;
    }
}
