using BriefingBot.Core.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.WebApi;

internal static partial class WebApiLog
{
    [LoggerMessage(EventIds.Slack, LogLevel.Information, "{Method} is sent again after try {Try}: {Reason}")]
    public static partial void Retrying(ILogger logger, string method, int @try, string reason);

    [LoggerMessage(EventIds.Slack + 1, LogLevel.Information, "{Method} is rate limited for {Seconds:0.###} s")]
    public static partial void RateLimited(ILogger logger, string method, double seconds);

    [LoggerMessage(EventIds.Slack + 2, LogLevel.Warning, "{Method} was done, with a warning of Slack's: {Warning}")]
    public static partial void Warned(ILogger logger, string method, string warning);
}
