using BriefingBot.Core.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Slack.SocketMode;

internal static partial class SocketLog
{
    [LoggerMessage(EventIds.Slack + 20, LogLevel.Information, "Socket {Slot} is connected; the app has {Count} open")]
    public static partial void Connected(ILogger logger, int slot, int? count);

    [LoggerMessage(EventIds.Slack + 21, LogLevel.Information, "Socket {Slot} closed, reconnecting in {Seconds:0.0} s: {Reason}")]
    public static partial void Disconnected(ILogger logger, int slot, double seconds, string reason);

    [LoggerMessage(EventIds.Slack + 22, LogLevel.Debug, "Socket {Slot} is replaced: {Reason}")]
    public static partial void Replacing(ILogger logger, int slot, string reason);

    [LoggerMessage(EventIds.Slack + 23, LogLevel.Warning, "Socket {Slot} could not be opened, trying again in {Seconds:0.0} s: {Reason}")]
    public static partial void NotOpened(ILogger logger, int slot, double seconds, string reason);

    [LoggerMessage(
        EventIds.Slack + 24,
        LogLevel.Warning,
        "Slack says that the app has too many sockets open; waiting {Seconds:0} s. Stop other bots with this token, or "
            + "lower Slack:Connections"
    )]
    public static partial void TooMany(ILogger logger, double seconds);

    [LoggerMessage(
        EventIds.Slack + 25,
        LogLevel.Error,
        "Envelope {Envelope} ({Type}, retry {Retry}) could not be journaled and was not acknowledged; Slack sends events again"
    )]
    public static partial void NotJournaled(ILogger logger, Exception exception, string envelope, string type, int retry);

    [LoggerMessage(
        EventIds.Slack + 26,
        LogLevel.Debug,
        "Envelope {Envelope} ({Type}) was journaled, but its socket closed before the ack: {Reason}"
    )]
    public static partial void NotAcknowledged(ILogger logger, string envelope, string type, string reason);

    [LoggerMessage(EventIds.Slack + 27, LogLevel.Debug, "Socket {Slot} brought a message of the unknown type {Type}")]
    public static partial void Unknown(ILogger logger, int slot, string? type);
}
