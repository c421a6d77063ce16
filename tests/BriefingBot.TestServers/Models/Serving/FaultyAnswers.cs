using BriefingBot.TestServers.Models.Faults;

namespace BriefingBot.TestServers.Models.Serving;

/// <summary>Faults that come in place of any answer.</summary>
internal static class FaultyAnswers
{
    /// <summary>The error answer that a fault stands for; null for others.</summary>
    public static ModelError? ErrorOf(ModelFault? fault) =>
        fault?.Kind switch
        {
            ModelFaultKind.ErrorStatus => new ModelError(fault.Status, MessageOf(fault.Status)) { RetryAfter = fault.RetryAfter },
            ModelFaultKind.RateLimit => new ModelError(429, "Rate limit reached: too many requests.", Code: "rate_limit_exceeded")
            {
                RetryAfter = fault.RetryAfter,
            },
            ModelFaultKind.OutOfQuota => new ModelError(
                429,
                "You exceeded your current quota, please check your plan and billing details.",
                Code: "insufficient_quota"
            ),
            _ => null,
        };

    /// <summary>Answers with what is no protocol's answer; false when the fault is another.</summary>
    public static async Task<bool> TryAnswerAsync(
        HttpContext context,
        ModelFault? fault,
        bool isStreamed,
        CancellationToken cancellationToken
    )
    {
        switch (fault?.Kind)
        {
            case ModelFaultKind.DropTcp:
                context.Abort();
                return true;
            case ModelFaultKind.NeverAnswers:
            case ModelFaultKind.NeverBegins or ModelFaultKind.Endless or ModelFaultKind.Stall when !isStreamed:
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                return true;
            case ModelFaultKind.HtmlPage:
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.WriteAsync(
                    "<!doctype html><html><title>Sign in</title><body>Please sign in to the network.</body></html>",
                    cancellationToken
                );
                return true;
            case ModelFaultKind.MalformedJson when !isStreamed:
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(
                    """{"id":"broken","choices":[{"index":0,"message":{"role":"assistant","content":"The talks""",
                    cancellationToken
                );
                return true;
            default:
                return false;
        }
    }

    private static string MessageOf(int status) =>
        status switch
        {
            429 => "Rate limit reached: too many requests.",
            503 => "The engine is currently overloaded, please try again later.",
            529 => "Overloaded",
            _ => "The server had an error while processing your request.",
        };
}
