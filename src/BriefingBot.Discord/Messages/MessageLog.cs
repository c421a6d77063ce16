using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Messages;

internal static partial class MessageLog
{
    [LoggerMessage(EventIds.Discord + 60, LogLevel.Debug, "Typing is not shown in {Channel}: {Reason}")]
    public static partial void NotTyping(ILogger logger, Snowflake channel, string reason);

    [LoggerMessage(EventIds.Discord + 61, LogLevel.Warning, "No thread could be started in {Channel}, the answer is a reply: {Reason}")]
    public static partial void NoThread(ILogger logger, Snowflake channel, string reason);

    [LoggerMessage(
        EventIds.Discord + 62,
        LogLevel.Information,
        "The session started over: looked for missed messages in {Channels} channels and found {Messages}"
    )]
    public static partial void CaughtUp(ILogger logger, int channels, int messages);

    [LoggerMessage(EventIds.Discord + 64, LogLevel.Warning, "{Question} could not be journaled, trying again: {Reason}")]
    public static partial void NotJournaled(ILogger logger, ChatQuestionId question, string reason);

    [LoggerMessage(
        EventIds.Discord + 65,
        LogLevel.Warning,
        "The kind of channel {Channel} could not be determined, so it is taken for an ordinary one: {Reason}"
    )]
    public static partial void ChannelUnknown(ILogger logger, Snowflake channel, string reason);

    [LoggerMessage(EventIds.Discord + 66, LogLevel.Error, "The missed message {Message} could not be handled")]
    public static partial void MissedFailed(ILogger logger, Exception exception, Snowflake message);

    [LoggerMessage(
        EventIds.Discord + 67,
        LogLevel.Warning,
        "Discord refused the form of a message in {Channel}, so its words are sent alone: {Reason}"
    )]
    public static partial void FormRefused(ILogger logger, Snowflake channel, string reason);

    [LoggerMessage(
        EventIds.Discord + 68,
        LogLevel.Information,
        "{Question} cannot be replied to in its place, so the reply goes to the asker's direct messages"
    )]
    public static partial void GoesDirectly(ILogger logger, ChatQuestionId question);

    [LoggerMessage(EventIds.Discord + 69, LogLevel.Debug, "The post that a thread of {Channel} starts from could not be read: {Reason}")]
    public static partial void NoPost(ILogger logger, Snowflake channel, string reason);

    [LoggerMessage(EventIds.Discord + 63, LogLevel.Warning, "Missed messages of {Channel} could not be read: {Reason}")]
    public static partial void NotCaughtUp(ILogger logger, Snowflake channel, string reason);
}
