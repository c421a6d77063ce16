using BriefingBot.Core.Diagnostics;
using BriefingBot.Slack.Inbound;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack;

internal static partial class InboundLog
{
    [LoggerMessage(EventIds.Slack + 60, LogLevel.Information, "Slack knows the bot as user {User} of the workspace {Team}")]
    public static partial void Identified(ILogger logger, string user, string team);

    [LoggerMessage(
        EventIds.Slack + 66,
        LogLevel.Information,
        "Slack's signed requests are taken at /slack/events, /slack/commands and /slack/interactivity"
    )]
    public static partial void TakingRequests(ILogger logger);

    [LoggerMessage(
        EventIds.Slack + 61,
        LogLevel.Warning,
        "Slack does not say yet whose bot token this is, asking again in {Seconds:0.#} s: {Reason}"
    )]
    public static partial void NotIdentified(ILogger logger, double seconds, string reason);

    [LoggerMessage(
        EventIds.Slack + 62,
        LogLevel.Warning,
        "Message {Ts} in {Channel} could not be journaled, Slack will deliver it again: {Reason}"
    )]
    public static partial void NotJournaled(ILogger logger, string channel, string ts, string reason);

    [LoggerMessage(EventIds.Slack + 63, LogLevel.Error, "A delivery of the kind {Kind} cannot be read and was skipped: {Reason}")]
    public static partial void Unreadable(ILogger logger, SlackDeliveryKind kind, string reason);

    [LoggerMessage(EventIds.Slack + 64, LogLevel.Error, "The reply to {What} was not accepted: {Reason}")]
    public static partial void NotReplied(ILogger logger, string what, string reason);

    [LoggerMessage(EventIds.Slack + 65, LogLevel.Warning, "{What} could not be shown: {Reason}")]
    public static partial void NotShown(ILogger logger, string what, string reason);
}
