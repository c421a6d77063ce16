using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using BriefingBot.Discord.Protocol;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Rest;

/// <summary>
/// Sends one request until it is granted, refused for good, or has failed three times: waits for limits, obeys 429 of every scope, repeats
/// 5xx, timeouts and dropped connections with jitter. Thread-safe.
/// </summary>
internal sealed class RestSender(
    HttpClient http,
    DiscordOptions options,
    RateLimits limits,
    InvalidRequestBreaker breaker,
    TimeProvider clock,
    ILogger<RestSender> logger
)
{
    private const int MaxTries = 3;
    private const int MaxRefusals = 20;

    /// <summary>A longer wait is a ban of the address or the like: better to say so.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <summary>Completes when Discord refuses the bot's token; from then on nothing is sent.</summary>
    public Task Refused => breaker.Refused;

    /// <summary>There is another token.</summary>
    public void ForgetRefusal() => breaker.ForgetRefusal();

    /// <exception cref="DiscordApiException">It was refused, or failed three times.</exception>
    public async Task<RestResponse> SendAsync(RestRoute route, byte[]? body, CancellationToken cancellationToken)
    {
        var bucket = await limits.EnterAsync(route, cancellationToken);
        try
        {
            return await SendAsync(route, body, bucket, cancellationToken);
        }
        finally
        {
            bucket.Exit();
        }
    }

    private async Task<RestResponse> SendAsync(RestRoute route, byte[]? body, RateLimitBucket bucket, CancellationToken cancellationToken)
    {
        int failures = 0;
        int refusals = 0;
        while (true)
        {
            await WaitAsync(route, bucket, cancellationToken);
            breaker.ThrowIfOpen(route);
            string? token = options.Token;
            var (response, failure) = await TryAsync(route, body, token, cancellationToken);
            if (response is not null)
            {
                using (response)
                {
                    var headers = RateLimitHeaders.Read(response.Headers);
                    limits.Learn(route, headers);
                    byte[] content = await ReadAsync(response, cancellationToken);
                    if (response.IsSuccessStatusCode)
                    {
                        return new RestResponse(route, content);
                    }

                    var error = ReadError(content);
                    if (response.StatusCode == HttpStatusCode.TooManyRequests)
                    {
                        HoldBack(route, bucket, headers, error, ++refusals);
                        continue;
                    }

                    // A late answer to a token that was replaced meanwhile says nothing of the one that took its place.
                    failure = Failure(route, response.StatusCode, error, isOfToken: !route.IsInteraction && token == options.Token);
                    if ((int)response.StatusCode < 500)
                    {
                        throw failure;
                    }
                }
            }
            else if (!route.CanRepeat)
            {
                throw failure!;
            }

            if (++failures >= MaxTries)
            {
                throw failure!;
            }

            RestLog.Retrying(logger, route.Key, failures, failure!.Message);
            await Task.Delay(Jittered(route.RetryDelay * (1 << (failures - 1))), clock, cancellationToken);
        }
    }

    private async Task WaitAsync(RestRoute route, RateLimitBucket bucket, CancellationToken cancellationToken)
    {
        while (limits.Take(route, bucket) is var wait && wait > TimeSpan.Zero)
        {
            if (route.IsFleeting || wait > LongestWait)
            {
                throw new DiscordApiException(
                    HttpStatusCode.TooManyRequests,
                    0,
                    $"{route.Key} would have to wait {wait.TotalSeconds:0} s for its limit."
                )
                {
                    RetryAfter = wait,
                };
            }

            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The caller disposes the response.")]
    private async Task<(HttpResponseMessage? Response, DiscordApiException? Failure)> TryAsync(
        RestRoute route,
        byte[]? body,
        string? token,
        CancellationToken cancellationToken
    )
    {
        using CancellationTokenSource timeout = new(route.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using HttpRequestMessage request = new(route.Method, $"api/v10{route.Path}");
        if (!route.IsInteraction)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bot", token);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        try
        {
            return (await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token), null);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return (
                null,
                new DiscordApiException(null, 0, $"{route.Key} had no answer within {route.Timeout.TotalSeconds:0.#} s.", exception)
            );
        }
        catch (HttpRequestException exception)
        {
            return (null, new DiscordApiException(null, 0, $"{route.Key} could not be sent: {exception.Message}", exception));
        }
    }

    private void HoldBack(RestRoute route, RateLimitBucket bucket, RateLimitHeaders headers, ErrorBody? error, int refusals)
    {
        bool isGlobal = headers.IsGlobal || error?.Global == true;
        var wait = error?.RetryAfter is { } seconds
            ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 1e6))
            : headers.RetryAfter ?? TimeSpan.FromSeconds(1);
        if (!headers.IsShared)
        {
            breaker.CountRefusal();
        }

        limits.Block(route, bucket, wait, isGlobal);
        RestLog.RateLimited(
            logger,
            route.Key,
            wait.TotalSeconds,
            isGlobal ? "global"
                : headers.IsShared ? "shared"
                : "user"
        );
        if (route.IsFleeting || wait > LongestWait || refusals >= MaxRefusals)
        {
            throw new DiscordApiException(
                HttpStatusCode.TooManyRequests,
                error?.Code ?? 0,
                $"{route.Key} is rate limited for {wait.TotalSeconds:0} s, after {refusals} refusals; give the bot less "
                    + $"to do, or check who else uses its token or address."
            )
            {
                RetryAfter = wait,
            };
        }
    }

    private DiscordApiException Failure(RestRoute route, HttpStatusCode status, ErrorBody? error, bool isOfToken)
    {
        switch (status)
        {
            case HttpStatusCode.Unauthorized:
                breaker.Count401(isOfToken);
                if (isOfToken)
                {
                    RestLog.Unauthorized(logger, route.Key);
                }

                if (!route.IsInteraction)
                {
                    return DiscordApiException.Unauthorized(route);
                }

                break;
            case HttpStatusCode.Forbidden:
                breaker.CountRefusal();
                break;
        }

        string detail = error?.Errors is { } fields ? $" {fields.GetRawText()}" : "";
        return new DiscordApiException(
            status,
            error?.Code ?? 0,
            $"{route.Key} was answered {(int)status} (code {error?.Code ?? 0}): {error?.Message ?? "no reason given"}{detail}"
        );
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        response.StatusCode == HttpStatusCode.NoContent ? [] : await response.Content.ReadAsByteArrayAsync(cancellationToken);

    /// <summary>A proxy in between answers in HTML: then the status and headers have to do.</summary>
    private static ErrorBody? ReadError(byte[] content)
    {
        try
        {
            return JsonSerializer.Deserialize(content, DiscordJsonContext.Default.ErrorBody);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan Jittered(TimeSpan delay) => delay * (0.5 + Random.Shared.NextDouble());
}
