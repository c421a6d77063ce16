using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.Messages.Replies;

internal static partial class ReplyLog
{
    [LoggerMessage(
        EventIds.Slack + 80,
        LogLevel.Information,
        "What was posted in {Channel} is looked up, because the outcome of a call is unknown: {Reason}"
    )]
    public static partial void Looking(ILogger logger, string channel, string reason);

    [LoggerMessage(EventIds.Slack + 81, LogLevel.Warning, "What was posted in {Channel} cannot be looked up: {Reason}")]
    public static partial void NotLooked(ILogger logger, string channel, string reason);

    [LoggerMessage(EventIds.Slack + 82, LogLevel.Information, "The answer to {Question} is not streamed but posted whole: {Reason}")]
    public static partial void NotStreamed(ILogger logger, ChatQuestionId question, string reason);

    [LoggerMessage(
        EventIds.Slack + 83,
        LogLevel.Information,
        "The streamed answer to {Question} is written again in the same message: {Reason}"
    )]
    public static partial void StreamBroken(ILogger logger, ChatQuestionId question, string reason);

    [LoggerMessage(EventIds.Slack + 84, LogLevel.Debug, "No status is shown in {Channel}: {Reason}")]
    public static partial void NoStatus(ILogger logger, string channel, string reason);

    [LoggerMessage(EventIds.Slack + 85, LogLevel.Warning, "That a stream is open for {Question} could not be recorded: {Reason}")]
    public static partial void StreamNotKept(ILogger logger, ChatQuestionId question, string reason);

    [LoggerMessage(EventIds.Slack + 86, LogLevel.Warning, "No reply can be posted in {Place}, so it goes elsewhere: {Reason}")]
    public static partial void GoesElsewhere(ILogger logger, string place, string reason);

    [LoggerMessage(
        EventIds.Slack + 88,
        LogLevel.Warning,
        "Slack refused the form of a message in {Channel}, so its words are sent alone: {Reason}"
    )]
    public static partial void FormRefused(ILogger logger, string channel, string reason);

    [LoggerMessage(EventIds.Slack + 87, LogLevel.Information, "{Question} was stopped by its reader")]
    public static partial void Stopped(ILogger logger, ChatQuestionId question);

    [LoggerMessage(EventIds.Slack + 89, LogLevel.Debug, "A notice that says to wait was left out: {Reason}")]
    public static partial void PassingLineLeftOut(ILogger logger, string reason);
}
