using BriefingBot.Core.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Rest;

internal static partial class RestLog
{
    [LoggerMessage(EventIds.Discord, LogLevel.Information, "{Route} is sent again after try {Try}: {Reason}")]
    public static partial void Retrying(ILogger logger, string route, int @try, string reason);

    [LoggerMessage(EventIds.Discord + 1, LogLevel.Information, "{Route} is rate limited for {Seconds:0.###} s ({Scope})")]
    public static partial void RateLimited(ILogger logger, string route, double seconds, string scope);

    [LoggerMessage(EventIds.Discord + 2, LogLevel.Critical, "Discord refuses the bot's token ({Route}); nothing more is sent")]
    public static partial void Unauthorized(ILogger logger, string route);
}
