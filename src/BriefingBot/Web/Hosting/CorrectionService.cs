using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Corrections;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Web.Hosting;

/// <summary>Looks for corrections at start, and whenever the coverage has changed, by whichever process. A store that cannot be used is tried again.</summary>
internal sealed partial class CorrectionService(CorrectionRun run, ICorrectionStore store, IndexRuns runs, IndexingState indexing, TimeProvider clock, ILogger<CorrectionService> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private long _seen = -1;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await indexing.Completion.WaitAsync(stoppingToken);
            using PeriodicTimer timer = new(Pause, clock);
            do
            {
                await LookAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; what is not looked at is at the next start.
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await runs.GetRunningSinceAsync(cancellationToken) is not null)
            {
                // Only when the run is over can it be told whether a source was removed, article by article.
                return;
            }

            long state = await store.GetCoverageStateAsync(cancellationToken);
            if (state != _seen)
            {
                await run.RunAsync(cancellationToken);
                _seen = state;
            }
        }
        catch (StoreException exception)
        {
            LogNotLooked(exception.Message);
        }
    }

    [LoggerMessage(EventIds.Host + 44, LogLevel.Warning, "Whether cited articles changed could not be looked up; it is tried again: {Reason}")]
    private partial void LogNotLooked(string reason);
}
