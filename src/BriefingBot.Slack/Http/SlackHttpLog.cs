using BriefingBot.Core.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Http;

internal static partial class SlackHttpLog
{
    [LoggerMessage(EventIds.Slack + 40, LogLevel.Warning, "A request to {Path} was refused: {Reason}")]
    public static partial void Refused(ILogger logger, SlackHttpPath path, string reason);

    [LoggerMessage(
        EventIds.Slack + 41,
        LogLevel.Error,
        "A request to {Path} could not be journaled and was not acknowledged (retry {Retry}); Slack sends events again"
    )]
    public static partial void NotJournaled(ILogger logger, Exception exception, SlackHttpPath path, int retry);

    [LoggerMessage(EventIds.Slack + 42, LogLevel.Information, "Slack checked the address {Path}")]
    public static partial void Checked(ILogger logger, SlackHttpPath path);
}
