using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack.Faults;
using BriefingBot.TestServers.Slack.Records;

namespace BriefingBot.TestServers.Slack.WebApi;

/// <summary>Answers a call with the fault that is its turn, if any, and records it.</summary>
internal static class FaultyAnswer
{
    public static async Task SendAsync(SlackState state, HttpContext context, string method, JsonObject arguments, Func<ApiAnswer> handle)
    {
        WebApiFault? fault;
        lock (state.Gate)
        {
            fault = state.Faults.NextCallFault(
                method,
                arguments["channel"] is JsonValue channel && channel.TryGetValue(out string? id) ? id : null
            );
        }

        if (fault?.Kind == WebApiFaultKind.Delay)
        {
            await Task.Delay(fault.Duration, state.Clock, context.RequestAborted);
        }

        ApiAnswer? answer;
        lock (state.Gate)
        {
            answer = Answer(state, fault, handle);
            state.Record.Called(
                new RecordedCall(
                    state.Now,
                    method,
                    (JsonObject)arguments.DeepClone(),
                    answer?.Status ?? 0,
                    answer?.Error,
                    (JsonObject?)answer?.Body?.DeepClone()
                )
            );
        }

        if (fault?.Kind == WebApiFaultKind.TimeoutAfterEffect)
        {
            await Task.Delay(fault.Duration, state.Clock, context.RequestAborted);
        }

        if (answer is null)
        {
            context.Abort();
            return;
        }

        await SendAsync(state, context, answer);
    }

    private static ApiAnswer? Answer(SlackState state, WebApiFault? fault, Func<ApiAnswer> handle)
    {
        ApiAnswer broken = new(StatusCodes.Status500InternalServerError, null, "Internal Server Error");
        switch (fault?.Kind)
        {
            case WebApiFaultKind.RateLimit:
                return ApiAnswer.RateLimited(fault.Duration);
            case WebApiFaultKind.ServerError:
                return broken;
            case WebApiFaultKind.Error:
                return ApiAnswer.Failed(
                    state,
                    new SlackErrorException(fault.Error) { Needed = fault.Error == "missing_scope" ? "chat:write" : null }
                );
            case WebApiFaultKind.DropTcp:
                return null;
            case WebApiFaultKind.ServerErrorAfterEffect:
                handle();
                return broken;
            case WebApiFaultKind.DropTcpAfterEffect or WebApiFaultKind.TimeoutAfterEffect:
                handle();
                return null;
            default:
                return handle();
        }
    }

    private static async Task SendAsync(SlackState state, HttpContext context, ApiAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is not null)
        {
            context.Response.Headers.RetryAfter = answer.RetryAfter;
        }

        if (answer.Body is not null)
        {
            context.Response.Headers["x-oauth-scopes"] = string.Join(',', state.Options.Scopes);
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.WriteAsync(answer.Body.ToJsonString(), context.RequestAborted);
        }
        else
        {
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync(answer.PlainText ?? "", context.RequestAborted);
        }
    }
}
