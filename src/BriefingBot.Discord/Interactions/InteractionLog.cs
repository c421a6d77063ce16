using BriefingBot.Core.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Interactions;

internal static partial class InteractionLog
{
    [LoggerMessage(EventIds.Discord + 40, LogLevel.Information, "Registered {Count} commands")]
    public static partial void CommandsRegistered(ILogger logger, int count);

    [LoggerMessage(EventIds.Discord + 41, LogLevel.Error, "The commands were not registered; mentions are still answered: {Reason}")]
    public static partial void CommandsNotRegistered(ILogger logger, string reason);

    [LoggerMessage(EventIds.Discord + 42, LogLevel.Warning, "Interaction {Interaction} was not acknowledged: {Reason}")]
    public static partial void NotAcknowledged(ILogger logger, Snowflake interaction, string reason);

    [LoggerMessage(EventIds.Discord + 43, LogLevel.Error, "The reply to interaction {Interaction} was not accepted: {Reason}")]
    public static partial void NotReplied(ILogger logger, Snowflake interaction, string reason);

    [LoggerMessage(
        EventIds.Discord + 44,
        LogLevel.Warning,
        "Discord refused the form of the reply to interaction {Interaction}, so its words are sent alone: {Reason}"
    )]
    public static partial void FormRefused(ILogger logger, Snowflake interaction, string reason);
}
