using BriefingBot.Core.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Gateway;

internal static partial class GatewayLog
{
    [LoggerMessage(EventIds.Discord + 20, LogLevel.Information, "Shard {Shard} is connected; resumed: {Resumed}")]
    public static partial void Connected(ILogger logger, int shard, bool resumed);

    [LoggerMessage(
        EventIds.Discord + 21,
        LogLevel.Information,
        "Shard {Shard} lost its connection: {Reason}; next: {Next} in {Seconds:0.0} s"
    )]
    public static partial void Disconnected(ILogger logger, int shard, string reason, GatewayNextStep next, double seconds);

    [LoggerMessage(
        EventIds.Discord + 27,
        LogLevel.Warning,
        "Shard {Shard} could not connect {Times} times in a row: {Reason}. It keeps trying; check "
            + "https://discordstatus.com and the network in between"
    )]
    public static partial void NeverStands(ILogger logger, int shard, int times, string reason);

    [LoggerMessage(
        EventIds.Discord + 22,
        LogLevel.Warning,
        "All {Total} session starts of the day are used up; waiting {Minutes:0} minutes"
    )]
    public static partial void NoIdentifiesLeft(ILogger logger, int total, double minutes);

    [LoggerMessage(
        EventIds.Discord + 23,
        LogLevel.Warning,
        "Discord does not grant the Message Content Intent: continuing without it, so messages in threads need a "
            + "mention. To change that, turn on Bot > Privileged Gateway Intents > Message Content Intent in the Developer "
            + "Portal and restart"
    )]
    public static partial void WithoutMessageContent(ILogger logger);

    [LoggerMessage(EventIds.Discord + 24, LogLevel.Error, "Event {Name} of shard {Shard} failed")]
    public static partial void EventFailed(ILogger logger, Exception exception, string name, int shard);

    [LoggerMessage(
        EventIds.Discord + 25,
        LogLevel.Warning,
        "Shard {Shard} cannot find the gateway, trying again in {Seconds:0.0} s: {Reason}"
    )]
    public static partial void NoGateway(ILogger logger, int shard, double seconds, string reason);

    [LoggerMessage(
        EventIds.Discord + 26,
        LogLevel.Warning,
        "The session of shard {Shard} could not be saved; a restart will begin a new one: {Reason}"
    )]
    public static partial void SessionNotSaved(ILogger logger, int shard, string reason);
}
