using BriefingBot.Core.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Intake;

/// <summary>What the checks of sources log.</summary>
internal static partial class IntakeLog
{
    [LoggerMessage(EventIds.Intake, LogLevel.Information, "Checked {Outcome}")]
    public static partial void Checked(ILogger logger, string outcome);

    [LoggerMessage(EventIds.Intake + 1, LogLevel.Warning, "The source {Source} could not be read: {Reason}")]
    public static partial void NotChecked(ILogger logger, string source, string reason);

    [LoggerMessage(EventIds.Intake + 3, LogLevel.Debug, "{Page} of {Source} could not be looked at again: {Reason}")]
    public static partial void PageNotReadAgain(ILogger logger, string source, string page, string reason);

    [LoggerMessage(
        EventIds.Intake + 2,
        LogLevel.Warning,
        "The check of {Source} was given up: this process stalled, and another has taken it over"
    )]
    public static partial void ClaimLost(ILogger logger, string source);
}
