using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Web.Hosting.Background;

/// <summary>
/// Runs the index when something changed, again when another run was in the way. A failure is logged and costs nothing. Thread-safe.
/// </summary>
internal sealed partial class IndexOnChange(IndexRuns runs, TimeProvider clock, ILogger<IndexOnChange> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Runs once, when it is its turn.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while ((await runs.TryRunAsync(new IngestionChoices(), null, cancellationToken)).Report is null)
            {
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
        catch (Exception exception)
            when (exception
                    is StoreException
                        or EncoderException
                        or IndexRunEndedException
                        or CoverageNotFoundException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            LogNotIndexed(exception.Message);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody knows what this is; questions are answered without what changed.
            LogFailed(exception);
        }
    }

    [LoggerMessage(
        EventIds.Host + 40,
        LogLevel.Warning,
        "What changed was not indexed: {Reason} The next change, or /reindex, tries again."
    )]
    private partial void LogNotIndexed(string reason);

    [LoggerMessage(EventIds.Host + 44, LogLevel.Error, "Indexing what changed failed. The next change, or /reindex, tries again.")]
    private partial void LogFailed(Exception exception);
}
