using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BriefingBot.TestServers.Discord.Faults;
using BriefingBot.TestServers.Discord.Records;
using BriefingBot.TestServers.Discord.Rest.RateLimits;
using BriefingBot.TestServers.Discord.Rest.Routes;

namespace BriefingBot.TestServers.Discord.Rest;

/// <summary>The way of every request: faults, edge, authorization, rate limits, the route's handler, the record.</summary>
internal sealed partial class RestPipeline(DiscordState state)
{
    private readonly RateLimiter _limiter = new(state);
    private readonly InvalidRequestBan _ban = new(state);
    private DateTimeOffset _globalPause;

    public async Task HandleAsync(HttpContext context, RestRoute route)
    {
        RestFault? fault;
        lock (state.Gate)
        {
            state.Record.Counters.Requests++;
            fault = state.Faults.NextRestFault(route.Name, context.Request.RouteValues.GetValueOrDefault("channel_id"));
        }

        JsonNode? body = null;
        DiscordErrorException? unreadable = null;
        try
        {
            body = await RestRequest.ReadBodyAsync(context.Request, context.RequestAborted);
        }
        catch (DiscordErrorException exception)
        {
            unreadable = exception;
        }

        if (fault?.Kind == RestFaultKind.DropTcp)
        {
            Cut(context, route, body);
            return;
        }

        if (fault?.Kind == RestFaultKind.Delay)
        {
            await Task.Delay(fault.Duration, state.Clock, context.RequestAborted);
        }

        RestResponse response;
        bool isSharedScope = fault?.Kind == RestFaultKind.RateLimitShared;
        bool isHtml = false;
        lock (state.Gate)
        {
            (response, isHtml) = Respond(context, route, body, unreadable, fault);
            _ban.Count(response.Status, isSharedScope);
            if (response.Status == 429)
            {
                state.Record.Counters.RateLimited++;
            }
            else if (response.Status == 400)
            {
                state.Record.Counters.BadRequests++;
            }
        }

        if (fault?.Kind == RestFaultKind.DropTcpAfterEffect)
        {
            Cut(context, route, body);
            return;
        }

        if (fault?.Kind == RestFaultKind.ErrorStatusAfterEffect)
        {
            response = new RestResponse(fault.Status, null);
        }

        Log(context, route, body, response);
        context.Response.StatusCode = response.Status;
        if (isHtml)
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<html><body>error code: 1015</body></html>", context.RequestAborted);
        }
        else if (response.Body is not null)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(response.Body.ToJsonString(), context.RequestAborted);
        }
    }

    [GeneratedRegex(@"^DiscordBot \([^,]+, [^)]+\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UserAgent { get; }

    private (RestResponse Response, bool IsHtml) Respond(
        HttpContext context,
        RestRoute route,
        JsonNode? body,
        DiscordErrorException? unreadable,
        RestFault? fault
    )
    {
        if (_ban.IsBanned || fault?.Kind == RestFaultKind.RateLimitEdge)
        {
            context.Response.Headers.RetryAfter = Seconds(fault?.Duration ?? TimeSpan.FromMinutes(10), round: true);
            return (new RestResponse(429, null), true);
        }

        if (!UserAgent.IsMatch(context.Request.Headers.UserAgent.ToString()))
        {
            return (new RestResponse(403, new JsonObject { ["message"] = "internal network error", ["code"] = 40333 }), false);
        }

        try
        {
            if (
                !route.IsInteractionRoute
                && (context.Request.Headers.Authorization.ToString() != $"Bot {state.Gateway.Token}" || state.Gateway.IsTokenVoid)
            )
            {
                throw DiscordErrorException.Unauthorized();
            }

            if (RateLimited(context, route, fault) is { } limited)
            {
                return (limited, false);
            }

            if (fault?.Kind == RestFaultKind.ErrorStatus)
            {
                return (new RestResponse(fault.Status, null), false);
            }

            if (unreadable is not null)
            {
                throw unreadable;
            }

            return (route.Handle(new RestRequest(context, body)), false);
        }
        catch (DiscordErrorException exception)
        {
            return (new RestResponse(exception.Status, exception.ToJson()), false);
        }
    }

    private RestResponse? RateLimited(HttpContext context, RestRoute route, RestFault? fault)
    {
        IHeaderDictionary headers = context.Response.Headers;
        if (fault?.Kind is RestFaultKind.RateLimitUser or RestFaultKind.RateLimitGlobal or RestFaultKind.RateLimitShared)
        {
            string scope = fault.Kind switch
            {
                RestFaultKind.RateLimitGlobal => "global",
                RestFaultKind.RateLimitShared => "shared",
                _ => "user",
            };
            if (fault.Kind == RestFaultKind.RateLimitGlobal)
            {
                _globalPause = state.Now + fault.Duration;
            }

            return TooMany(headers, RateLimiter.BucketOf(route), scope, fault.Duration);
        }

        if (state.Faults.Channels.Find(route.Method, context.Request.RouteValues.GetValueOrDefault("channel_id")) is { } limit)
        {
            return TooMany(headers, RateLimiter.BucketOf(route), "user", limit);
        }

        if (!route.IsInteractionRoute && _globalPause > state.Now)
        {
            return TooMany(headers, RateLimiter.BucketOf(route), "global", _globalPause - state.Now);
        }

        if (!state.Options.RateLimits.Enabled)
        {
            return null;
        }

        RateLimitDecision decision = _limiter.Take(route, context.Request.RouteValues);
        headers["X-RateLimit-Limit"] = decision.Limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = decision.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = (decision.ResetAt.ToUnixTimeMilliseconds() / 1000.0).ToString("0.000", CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset-After"] = Seconds(decision.ResetAfter);
        headers["X-RateLimit-Bucket"] = decision.Bucket;
        return decision.Allowed ? null : TooMany(headers, decision.Bucket, decision.IsGlobal ? "global" : "user", decision.ResetAfter);
    }

    private static RestResponse TooMany(IHeaderDictionary headers, string bucket, string scope, TimeSpan retryAfter)
    {
        bool isGlobal = scope == "global";
        headers["X-RateLimit-Scope"] = scope;
        headers.RetryAfter = Seconds(retryAfter, round: true);
        if (isGlobal)
        {
            headers["X-RateLimit-Global"] = "true";
        }
        else
        {
            headers["X-RateLimit-Bucket"] = bucket;
            headers["X-RateLimit-Reset-After"] = Seconds(retryAfter);
            headers["X-RateLimit-Remaining"] = "0";
            headers.TryAdd("X-RateLimit-Limit", "1");
        }

        return new RestResponse(
            429,
            new JsonObject
            {
                ["message"] = scope == "shared" ? "The resource is being rate limited." : "You are being rate limited.",
                ["retry_after"] = Math.Ceiling(retryAfter.TotalMilliseconds) / 1000,
                ["global"] = isGlobal,
            }
        );
    }

    // Retry-After is whole seconds, the other headers and the body are exact.
    private static string Seconds(TimeSpan time, bool round = false) =>
        round
            ? Math.Ceiling(time.TotalSeconds).ToString("0", CultureInfo.InvariantCulture)
            : (Math.Ceiling(time.TotalMilliseconds) / 1000).ToString("0.000", CultureInfo.InvariantCulture);

    private void Cut(HttpContext context, RestRoute route, JsonNode? body)
    {
        Log(context, route, body, new RestResponse(0, null));
        context.Abort();
    }

    private void Log(HttpContext context, RestRoute route, JsonNode? body, RestResponse response)
    {
        string path = context.Request.Path.Value!["/api/v10".Length..];
        lock (state.Gate)
        {
            state.Record.Requested(
                new RecordedRequest(state.Now, route.Name, path, body?.DeepClone(), response.Status, response.Body?.DeepClone())
            );
        }
    }
}
