using BriefingBot.Core.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Storage;

/// <summary>What the store logs.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(
        EventIds.Storage,
        LogLevel.Information,
        "Opened the store {Path}: {Passages} passages of {Articles} articles in {Milliseconds} ms"
    )]
    public static partial void Opened(this ILogger logger, string path, int passages, int articles, long milliseconds);

    [LoggerMessage(EventIds.Storage + 1, LogLevel.Information, "Upgraded the store {Path} from schema {From} to {To}")]
    public static partial void Migrated(this ILogger logger, string path, int from, int to);

    [LoggerMessage(EventIds.Storage + 2, LogLevel.Warning, "The store {Path} can be read but not written")]
    public static partial void ReadOnly(this ILogger logger, string path);

    [LoggerMessage(
        EventIds.Storage + 3,
        LogLevel.Warning,
        "The vectors of the store {Path} come from {Active}, not from {Configured}: vector search finds nothing until "
            + "the coverage is indexed again"
    )]
    public static partial void OtherEncoder(this ILogger logger, string path, string active, string configured);

    [LoggerMessage(
        EventIds.Storage + 4,
        LogLevel.Warning,
        "The vectors of the store {Path} take {Needed} MB and do not fit into what Storage:MemoryMegabytes ({Budget}) "
            + "leaves them: they are read from the file and questions take longer; raise it to {Enough}"
    )]
    public static partial void VectorsDoNotFit(this ILogger logger, string path, long needed, int budget, long enough);

    [LoggerMessage(
        EventIds.Storage + 5,
        LogLevel.Information,
        "Wrote the words of {Passages} passages of the store {Path} in their new form in {Milliseconds} ms"
    )]
    public static partial void WroteWords(this ILogger logger, string path, int passages, long milliseconds);

    [LoggerMessage(
        EventIds.Storage + 6,
        LogLevel.Information,
        "Removed {Dead} withdrawn passages of the store {Path} from the memory of searches in {Milliseconds} ms"
    )]
    public static partial void Compacted(this ILogger logger, string path, int dead, long milliseconds);

    [LoggerMessage(
        EventIds.Storage + 7,
        LogLevel.Warning,
        "The withdrawn passages of the store {Path} stay in the memory of searches for now, which are a little slower with them"
    )]
    public static partial void NotCompacted(this ILogger logger, string path, Exception exception);

    [LoggerMessage(
        EventIds.Storage + 8,
        LogLevel.Warning,
        "The store {Name} cannot be reached ({Reason}): changes of other processes are not seen until it is back"
    )]
    public static partial void LostDatabase(this ILogger logger, string name, string reason);

    [LoggerMessage(EventIds.Storage + 9, LogLevel.Information, "The store {Name} is back")]
    public static partial void FoundDatabase(this ILogger logger, string name);

    [LoggerMessage(
        EventIds.Storage + 10,
        LogLevel.Information,
        "Filling the tables that are searched in the store {Name}: {Articles} articles so far"
    )]
    public static partial void FillingSearch(this ILogger logger, string name, int articles);
}
