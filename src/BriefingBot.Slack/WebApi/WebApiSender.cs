using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using BriefingBot.Slack.Protocol;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.WebApi;

/// <summary>
/// Makes one call until it is granted, refused for good, or has failed three times: keeps the pace, obeys 429, repeats 5xx, timeouts,
/// dropped connections and broken bodies with jitter where that cannot do anything twice. Thread-safe.
/// </summary>
internal sealed class WebApiSender(
    HttpClient http,
    SlackOptions options,
    CallPaces paces,
    WebApiTimings timings,
    TimeProvider clock,
    ILogger<WebApiSender> logger
)
{
    private const int MaxTries = 3;
    private const int MaxRefusals = 20;

    private volatile TaskCompletionSource<string> _refused = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes, with what to do, when Slack refuses the bot token.</summary>
    public Task<string> Refused => _refused.Task;

    /// <summary>There is another token.</summary>
    public void ForgetRefusal()
    {
        if (_refused.Task.IsCompleted)
        {
            _refused = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <exception cref="SlackApiException">It was refused, failed three times, or nobody knows.</exception>
    public async Task<WebApiResponse> SendAsync(WebApiCall call, CancellationToken cancellationToken)
    {
        var pace = paces.Find(call);
        var turn = call.PostsTo is null ? pace.Pass() : pace.Take();
        int failures = 0;
        int refusals = 0;
        while (true)
        {
            await WaitAsync(call, pace, turn, cancellationToken);
            string? token = call.IsForApp ? options.AppToken : options.BotToken;
            var (response, failure) = await TryAsync(call, token, cancellationToken);
            if (response is not null)
            {
                return response;
            }

            if (failure!.RetryAfter is { } wait)
            {
                pace.Block(wait);
                WebApiLog.RateLimited(logger, call.LimitKey, wait.TotalSeconds);
                if (call.IsFleeting || wait > timings.LongestLimit || ++refusals >= MaxRefusals)
                {
                    throw failure;
                }

                continue;
            }

            // A late answer to a token that was replaced meanwhile says nothing of the one that took its place.
            if (failure.IsTokenRefused && !call.IsForApp && !call.IsProbe && token == options.BotToken)
            {
                _refused.TrySetResult(failure.Message);
            }

            if (failure.IsPermanent || failure.IsUnknownOutcome || ++failures >= MaxTries)
            {
                throw failure;
            }

            WebApiLog.Retrying(logger, call.Method, failures, failure.Message);
            await Task.Delay(timings.Retry * (1 << (failures - 1)) * (0.5 + Random.Shared.NextDouble()), clock, cancellationToken);
        }
    }

    private async Task WaitAsync(WebApiCall call, CallPace pace, CallTurn turn, CancellationToken cancellationToken)
    {
        while (pace.WaitFor(turn) is var wait && wait > TimeSpan.Zero)
        {
            if (call.IsFleeting || wait > timings.LongestLimit)
            {
                throw new SlackApiException(call.Method, $"{call.Method} would have to wait {wait.TotalSeconds:0.#} s for its limit.")
                {
                    RetryAfter = wait,
                };
            }

            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private async Task<(WebApiResponse? Response, SlackApiException? Failure)> TryAsync(
        WebApiCall call,
        string? token,
        CancellationToken cancellationToken
    )
    {
        var limit = call.Timeout ?? timings.Answer;
        using CancellationTokenSource timeout = new(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var request = Request(call, token);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            byte[] body = await response.Content.ReadAsByteArrayAsync(either.Token);
            return Judge(call, response, body);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return (
                null,
                new SlackApiException(call.Method, $"{call.Method} had no answer within {limit.TotalSeconds:0.#} s.", exception)
                {
                    IsUnknownOutcome = !call.CanRepeat,
                }
            );
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            bool wasSent =
                exception
                is not HttpRequestException
                {
                    HttpRequestError: HttpRequestError.ConnectionError
                        or HttpRequestError.NameResolutionError
                        or HttpRequestError.SecureConnectionError
                        or HttpRequestError.ProxyTunnelError,
                };
            string what = wasSent ? "lost its answer" : "could not be sent";
            return (
                null,
                new SlackApiException(call.Method, $"{call.Method} {what}: {exception.Message}", exception)
                {
                    IsUnknownOutcome = wasSent && !call.CanRepeat,
                }
            );
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The request owns its content.")]
    private HttpRequestMessage Request(WebApiCall call, string? token)
    {
        HttpRequestMessage request = new(HttpMethod.Post, call.Address ?? new Uri(options.ApiAddress, call.Method));
        if (call.Address is null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (call.Body is null)
        {
            request.Content = new FormUrlEncodedContent(call.Form);
            return request;
        }

        request.Content = new ByteArrayContent(call.Body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return request;
    }

    private (WebApiResponse? Response, SlackApiException? Failure) Judge(WebApiCall call, HttpResponseMessage response, byte[] body)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            return (null, Limited(call, response));
        }

        var result = ReadResult(body);
        if (response.IsSuccessStatusCode && (result?.Ok == true || (call.Address is not null && result?.Ok is null)))
        {
            if (result?.Warning is { Length: > 0 } warning)
            {
                WebApiLog.Warned(logger, call.Method, warning);
            }

            return (new WebApiResponse(call.Method, body) { Scopes = ReadScopes(response) }, null);
        }

        string? error = result?.Error ?? (call.Address is not null && (int)response.StatusCode is >= 400 and < 500 ? ReadWord(body) : null);
        return (null, Failure(call, response.StatusCode, error, result));
    }

    private static SlackApiException Limited(WebApiCall call, HttpResponseMessage response)
    {
        var wait = response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1);
        return new SlackApiException(
            call.Method,
            $"{call.Method} is rate limited for {wait.TotalSeconds:0} s; give the bot less to do, or check who else uses its token."
        )
        {
            Error = "ratelimited",
            Status = response.StatusCode,
            RetryAfter = wait > TimeSpan.Zero ? wait : TimeSpan.FromSeconds(1),
        };
    }

    private static SlackApiException Failure(WebApiCall call, HttpStatusCode status, string? error, ApiResult? result)
    {
        if (error is null)
        {
            bool isRefusal = (int)status is >= 300 and < 500;
            string what = (int)status is >= 200 and < 300 ? "an answer that cannot be read" : $"the status {(int)status}";
            return new SlackApiException(call.Method, $"{call.Method} was answered with {what}.")
            {
                Status = status,
                IsPermanent = isRefusal,
                IsUnknownOutcome = !isRefusal && !call.CanRepeat,
            };
        }

        bool isPassing = SlackErrors.IsPassing(error) || (int)status >= 500;
        string detail = string.Join(' ', result?.ResponseMetadata?.Messages ?? []);
        string advice = SlackErrors.Explain(error) is { } known ? $": {known}" : "";
        string needed = result?.Needed is { } scope ? $" (needed: {scope})" : "";
        return new SlackApiException(
            call.Method,
            $"{call.Method} was refused, {error}{advice}{needed}.{(detail.Length > 0 ? $" {detail}" : "")}"
        )
        {
            Error = error,
            Status = status,
            IsPermanent = !isPassing,
            IsUnknownOutcome = isPassing && !call.CanRepeat,
        };
    }

    /// <summary>A proxy in between answers in HTML, a response_url in plain text.</summary>
    private static ApiResult? ReadResult(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, SlackJsonContext.Default.ApiResult);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A response_url is refused with one word.</summary>
    private static string? ReadWord(byte[] body) =>
        body.Length is > 0 and <= 64 && body.All(static letter => char.IsAsciiLetterLower((char)letter) || letter == '_')
            ? System.Text.Encoding.ASCII.GetString(body)
            : null;

    private static IReadOnlyList<string> ReadScopes(HttpResponseMessage response) =>
        response.Headers.TryGetValues("x-oauth-scopes", out var values)
            ?
            [
                .. values.SelectMany(static value =>
                    value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                ),
            ]
            : [];
}
