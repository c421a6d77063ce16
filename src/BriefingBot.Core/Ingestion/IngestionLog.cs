using BriefingBot.Core.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Ingestion;

internal static partial class IngestionLog
{
    [LoggerMessage(EventIds.Ingestion, LogLevel.Information, "Indexing {Files} files with about {Records} articles")]
    public static partial void RunStarted(ILogger logger, int files, int records);

    [LoggerMessage(
        EventIds.Ingestion + 1,
        LogLevel.Information,
        "Indexed: {Added} added, {Updated} updated, {Unchanged} unchanged, {Removed} removed, {Failed} failed, in "
            + "{Seconds:F1} s of which the encoder took {EncodingSeconds:F1} s"
    )]
    public static partial void RunFinished(
        ILogger logger,
        int added,
        int updated,
        int unchanged,
        int removed,
        int failed,
        double seconds,
        double encodingSeconds
    );

    [LoggerMessage(EventIds.Ingestion + 2, LogLevel.Warning, "{Source}: {Reason}")]
    public static partial void SourceFailed(ILogger logger, string source, string reason);

    [LoggerMessage(EventIds.Ingestion + 3, LogLevel.Debug, "Saved {Article} with {Passages} passages: {Outcome}")]
    public static partial void ArticleSaved(ILogger logger, string article, int passages, string outcome);

    [LoggerMessage(EventIds.Ingestion + 4, LogLevel.Information, "Withdrew {Article}: it is no longer in the coverage")]
    public static partial void ArticleWithdrawn(ILogger logger, string article);

    [LoggerMessage(EventIds.Ingestion + 5, LogLevel.Information, "The vectors of {Encoder} are active now")]
    public static partial void EncoderActivated(ILogger logger, string encoder);
}
