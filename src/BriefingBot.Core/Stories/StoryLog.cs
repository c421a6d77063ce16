using BriefingBot.Core.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Stories;

internal static partial class StoryLog
{
    [LoggerMessage(
        EventIds.Stories,
        LogLevel.Information,
        "Grouping the reports of one event: {Articles} new or changed articles, {Ungrouped} whose neighbours changed"
    )]
    public static partial void Started(ILogger logger, int articles, int ungrouped);

    [LoggerMessage(EventIds.Stories + 1, LogLevel.Information, "Compared {Done} of {Articles} articles with those near them")]
    public static partial void Compared(ILogger logger, int done, int articles);

    [LoggerMessage(
        EventIds.Stories + 2,
        LogLevel.Warning,
        "{Article} could not be compared with others and is a story by itself: {Reason}"
    )]
    public static partial void NotRead(ILogger logger, string article, string reason);

    [LoggerMessage(
        EventIds.Stories + 3,
        LogLevel.Information,
        "Grouped {Articles} articles into {Stories} stories, {Made} of them new, in {Seconds:F1} s"
    )]
    public static partial void Finished(ILogger logger, int articles, int stories, int made, double seconds);
}
