using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Slack.Delivery;

/// <summary>Signed HTTP requests to the bot, in place of Socket Mode. Safe to call from any thread.</summary>
public sealed class EventPush : IDisposable
{
    private readonly SlackState _state;
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxAutomaticRedirections = 2 }) { Timeout = Timeout.InfiniteTimeSpan };
    private Uri? _address;

    internal EventPush(SlackState state) => _state = state;

    /// <summary>Where events go below the bot's address.</summary>
    public string EventsPath { get; set; } = "/slack/events";

    /// <summary>Where slash commands go below the bot's address.</summary>
    public string CommandsPath { get; set; } = "/slack/commands";

    /// <summary>Where interactions go below the bot's address.</summary>
    public string InteractivityPath { get; set; } = "/slack/interactivity";

    internal bool IsOn => _address is not null;

    /// <summary>Everything goes to this address from now on; apps.connections.open is refused.</summary>
    public void UseHttp(Uri botAddress) => _address = botAddress;

    /// <summary>Sends url_verification, as Slack does when the address is saved.</summary>
    /// <returns>Whether the challenge came back in time, as text or as JSON.</returns>
    public async Task<bool> VerifyAddressAsync(CancellationToken cancellationToken = default)
    {
        string challenge = Guid.NewGuid().ToString("N");
        JsonObject body = new()
        {
            ["token"] = "fake-verification-token",
            ["challenge"] = challenge,
            ["type"] = "url_verification",
        };
        using HttpResponseMessage response = await SendAsync(
            EventsPath,
            body.ToJsonString(),
            "application/json",
            cancellationToken: cancellationToken
        );
        string answer = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode && (answer.Trim() == challenge || TryParse(answer)?["challenge"].Text() == challenge);
    }

    /// <summary>Sends the unsigned ssl_check of slash commands.</summary>
    /// <returns>The status of the answer.</returns>
    public async Task<HttpStatusCode> CheckSslAsync(CancellationToken cancellationToken = default)
    {
        using FormUrlEncodedContent form = new([
            KeyValuePair.Create("ssl_check", "1"),
            KeyValuePair.Create("token", "fake-verification-token"),
        ]);
        using HttpResponseMessage response = await _http.PostAsync(new Uri(_address!, CommandsPath), form, cancellationToken);
        return response.StatusCode;
    }

    /// <summary>Sends a body that is signed in the right way, or with what is given in place of it.</summary>
    /// <param name="path">Below the bot's address.</param>
    /// <param name="body">The raw body.</param>
    /// <param name="contentType">Without charset.</param>
    /// <param name="at">The time of the request, when it is not now.</param>
    /// <param name="signature">A signature of another making; empty for none.</param>
    /// <param name="headers">Headers besides.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The answer; the caller disposes it.</returns>
    public async Task<HttpResponseMessage> SendAsync(
        string path,
        string body,
        string contentType,
        DateTimeOffset? at = null,
        string? signature = null,
        IReadOnlyDictionary<string, string>? headers = null,
        CancellationToken cancellationToken = default
    )
    {
        string timestamp = (at ?? _state.Now).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(_address!, path))
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        request.Headers.TryAddWithoutValidation("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)");
        request.Headers.TryAddWithoutValidation("X-Slack-Request-Timestamp", timestamp);
        if (signature != "")
        {
            request.Headers.TryAddWithoutValidation(
                "X-Slack-Signature",
                signature ?? RequestSigner.Sign(_state.Options.SigningSecret, timestamp, body)
            );
        }

        foreach ((string name, string value) in headers ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _http.SendAsync(request, cancellationToken);
    }

    /// <summary>Ends the open requests.</summary>
    public void Dispose() => _http.Dispose();

    internal async Task<AttemptOutcome> AttemptAsync(FakeDelivery delivery, int number, string reason, CancellationToken cancellationToken)
    {
        DeliveryAttempt attempt = new(number, _state.Now, reason, null);
        lock (_state.Gate)
        {
            delivery.Attempts = delivery.Attempts.Add(attempt);
        }

        // The caller may hold the gate: what it does not have to wait for goes on elsewhere.
        await Task.Yield();
        long start = _state.Clock.GetTimestamp();
        AttemptOutcome outcome = await TryAsync(delivery, attempt, cancellationToken);
        lock (_state.Gate)
        {
            if (delivery.Kind == DeliveryKind.Event && outcome.Failure is null && _state.Faults.TakeLostAck())
            {
                _state.Record.Counters.LostAcks++;
                outcome = new AttemptOutcome("http_timeout");
            }

            attempt.Failure = outcome.Failure;
            attempt.AckLatency = outcome.Failure is null ? _state.Clock.GetElapsedTime(start) : null;
        }

        return outcome;
    }

    private async Task<AttemptOutcome> TryAsync(FakeDelivery delivery, DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        (string path, string body, string contentType) = Encode(delivery);
        Dictionary<string, string> headers = new(StringComparer.Ordinal);
        if (attempt.Number > 0)
        {
            headers["X-Slack-Retry-Num"] = attempt.Number.ToString(CultureInfo.InvariantCulture);
            headers["X-Slack-Retry-Reason"] = attempt.Reason;
        }

        using CancellationTokenSource deadline = new(_state.Options.AckDeadline, _state.Clock);
        using CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using HttpResponseMessage response = await SendAsync(
                path,
                body,
                contentType,
                headers: headers,
                cancellationToken: ending.Token
            );
            string answer = await response.Content.ReadAsStringAsync(ending.Token);
            attempt.HttpStatus = (int)response.StatusCode;
            if (response.IsSuccessStatusCode)
            {
                return new AttemptOutcome(null, Read(answer));
            }

            bool mayRetry = !response.Headers.TryGetValues("X-Slack-No-Retry", out IEnumerable<string>? values) || !values.Contains("1");
            return new AttemptOutcome(
                (int)response.StatusCode is >= 300 and < 400 ? "too_many_redirects" : "http_error",
                MayRetry: mayRetry
            );
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new AttemptOutcome("http_timeout");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return new AttemptOutcome("connection_failed");
        }
    }

    private (string Path, string Body, string ContentType) Encode(FakeDelivery delivery) =>
        delivery.Kind switch
        {
            DeliveryKind.Event => (EventsPath, delivery.Payload.ToJsonString(), "application/json"),
            DeliveryKind.Command => (
                CommandsPath,
                Form(delivery.Payload.Select(static field => (field.Key, field.Value!.ToString()))),
                FormType
            ),
            _ => (InteractivityPath, Form([("payload", delivery.Payload.ToJsonString())]), FormType),
        };

    private const string FormType = "application/x-www-form-urlencoded";

    private static string Form(IEnumerable<(string Name, string Value)> fields) =>
        string.Join('&', fields.Select(static field => $"{WebUtility.UrlEncode(field.Name)}={WebUtility.UrlEncode(field.Value)}"));

    // A command may be answered in plain text as well.
    private static JsonNode? Read(string answer) => answer.Length == 0 ? null : (JsonNode?)TryParse(answer) ?? JsonValue.Create(answer);

    private static JsonObject? TryParse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
