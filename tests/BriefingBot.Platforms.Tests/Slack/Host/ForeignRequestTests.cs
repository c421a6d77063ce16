using System.Net;
using BriefingBot.Platforms.Tests.Host;
using BriefingBot.Slack.Http;
using BriefingBot.TestServers.Slack;
using BriefingBot.TestServers.Slack.Delivery;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.Platforms.Tests.Slack.Host;

/// <summary>The real bot's addresses, and requests that Slack did not send, or did not send now.</summary>
public sealed class ForeignRequestTests : IAsyncLifetime
{
    private const string Question = "Who did Foreign Minister Cho Tae-yul speak with by phone about the Russia-North Korea treaty?";
    private const string Events = "/slack/events";
    private const string Commands = "/slack/commands";
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DataFolder _data = new();
    private FakeSlackServer _slack = null!;
    private FakeChannel _channel = null!;
    private FakeUser _ada = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _slack = await FakeSlackServer.StartAsync(cancellationToken: Cancellation);
        _channel = _slack.World.AddChannel("general");
        _ada = _slack.World.AddUser("ada");
    }

    public async ValueTask DisposeAsync()
    {
        await _slack.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task Forged_stale_early_and_cut_requests_are_refused_and_nothing_comes_of_them()
    {
        await using var bot = await BotOnSlack.StartHttpAsync(_slack, _data, Cancellation);
        string body = Mention("Ev1", "1700000000.000100");
        string command =
            $"command=%2Fbriefing&text=ask+{Uri.EscapeDataString(Question)}&user_id={_ada.Id}&channel_id={_channel.Id}&team_id={_slack.TeamId}&trigger_id=1.2";
        var now = TimeProvider.System.GetUtcNow();
        string timestamp = now.ToUnixTimeSeconds().ToString();

        foreach (
            var (path, type, sent) in new[]
            {
                (Events, Json, body),
                (Commands, Form, command),
                ("/slack/interactivity", Form, "payload=%7B%7D"),
            }
        )
        {
            string genuine = RequestSigner.Sign(_slack.SigningSecret, timestamp, sent);
            Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(path, sent, type, signature: ""));
            Assert.Equal(
                HttpStatusCode.Unauthorized,
                await SendAsync(path, sent, type, signature: RequestSigner.Sign("guessed", timestamp, sent))
            );
            Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(path, sent, type, now.AddSeconds(-400)));
            Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(path, sent, type, now.AddSeconds(400)));
            Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(path, sent[..^1], type, now, genuine));
            Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(path, $"{sent}&x=1", type, now, genuine));
            Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(path, sent, type, now.AddSeconds(1), genuine));
        }

        Assert.Equal(HttpStatusCode.OK, await SendAsync(Commands, $"ssl_check=1&{command}", Form, signature: ""));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await SendAsync(Events, new string(' ', SlackHttpReceiver.MaxBody + 1), Json));
        await AnswerToAsync(_slack.World.Mention(_ada, _channel, Question));
        Assert.Single(_slack.Record.BotMessages);
        Assert.Single(_data.Query("SELECT id FROM chat_question"));
        Assert.DoesNotContain(_slack.SigningSecret, bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_genuine_request_that_is_replayed_has_no_effect_and_a_restart_changes_nothing_about_it()
    {
        FakeMessage question;
        FakeDelivery[] asked;
        await using (var bot = await BotOnSlack.StartHttpAsync(_slack, _data, Cancellation))
        {
            question = _slack.World.Mention(_ada, _channel, Question);
            await AnswerToAsync(question);
            var command = _slack.Interactions.Command(_ada, _channel, "/briefing", $"ask {Question}");
            await _slack.Record.WaitForOutcomeAsync(command, Patience, Cancellation);
            await _slack.Record.WaitForDeliveriesAsync(Patience, Cancellation);
            asked =
            [
                .. _slack.Record.Deliveries.Where(delivery =>
                    delivery.Kind == DeliveryKind.Command || delivery.Payload["event"]?["ts"]?.GetValue<string>() == question.Ts
                ),
            ];
            await ReplayAsync(asked);
            await AnswerToAsync(_slack.World.SendDirectMessage(_ada, Question));
            Assert.Equal(3, Answers());
            await bot.KillAsync();
        }

        await using var next = await BotOnSlack.StartHttpAsync(_slack, _data, Cancellation);
        await ReplayAsync(asked);
        await AnswerToAsync(_slack.World.SendDirectMessage(_ada, Question));

        Assert.Equal(4, Answers());
        Assert.Single(_slack.Record.AnswersTo(question));
    }

    [Fact]
    public async Task Without_a_signing_secret_signed_HTTP_refuses_to_start_and_says_what_to_do()
    {
        await using var bot = RunningBot.Launch(
            _data,
            [("SLACK_BOT_TOKEN", _slack.BotToken)],
            [("Slack:ApiBaseUrl", _slack.ApiAddress.ToString()), ("Slack:Mode", "Http")]
        );
        await bot.Process.WaitForExitAsync(Cancellation).WaitAsync(Patience, Cancellation);

        Assert.NotEqual(0, bot.Process.ExitCode);
        Assert.Contains("SLACK_SIGNING_SECRET", bot.Log, StringComparison.Ordinal);
        Assert.Equal(0, _slack.Record.Counters.Calls);
    }

    private string Mention(string eventId, string ts) =>
        $$$"""
            {"type":"event_callback","team_id":"{{{_slack.TeamId}}}","event_id":"{{{eventId}}}",
             "event":{"type":"app_mention","user":"{{{_ada.Id}}}","channel":"{{{_channel.Id}}}","ts":"{{{ts}}}","text":"{{{_slack.Bot.Mention}}} {{{Question}}}"}}
            """;

    private async Task ReplayAsync(IReadOnlyList<FakeDelivery> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            bool isEvent = delivery.Kind == DeliveryKind.Event;
            string body = isEvent
                ? delivery.Payload.ToJsonString()
                : string.Join('&', delivery.Payload.Select(static field => $"{field.Key}={WebUtility.UrlEncode(field.Value!.ToString())}"));
            foreach (int _ in Enumerable.Range(0, 3))
            {
                Assert.Equal(HttpStatusCode.OK, await SendAsync(isEvent ? Events : Commands, body, isEvent ? Json : Form));
            }
        }
    }

    private async Task<HttpStatusCode> SendAsync(
        string path,
        string body,
        string contentType,
        DateTimeOffset? at = null,
        string? signature = null
    )
    {
        using var response = await _slack.Push.SendAsync(path, body, contentType, at, signature, cancellationToken: Cancellation);
        return response.StatusCode;
    }

    private int Answers() => _slack.Record.BotMessages.Count(static message => !message.IsPassing());

    private Task<FakeMessage> AnswerToAsync(FakeMessage question) =>
        _slack.Record.WaitForAnswerAsync(question, timeout: Patience, cancellationToken: Cancellation);
}
