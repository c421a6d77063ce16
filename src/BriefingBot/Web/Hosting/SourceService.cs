using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Web.Hosting;

/// <summary>Checks the sources that are due, and has the index read what they brought. A source that fails is tried again later and more and more rarely; it never stops another.</summary>
internal sealed partial class SourceService(ISourceStore store, SourceChecker checker, IndexingState indexing, IndexOnChange index, TimeProvider clock, ILogger<SourceService> logger) : BackgroundService
{
    private const int AtOnce = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await indexing.Completion.WaitAsync(stoppingToken);
            using PeriodicTimer timer = new(Pause, clock);
            do
            {
                if (await CheckAsync(stoppingToken))
                {
                    await index.RunAsync(stoppingToken);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task<bool> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            var now = clock.GetUtcNow();
            var due = (await store.ListAsync(cancellationToken)).Where(entry => entry.Source is { IsFetched: true, IsPaused: false } && (entry.State.NextCheck is not { } next || next <= now));
            int news = 0;
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (entry, token) =>
            {
                if (await checker.CheckAsync(entry, force: false, token) is { HasNews: true })
                {
                    Interlocked.Increment(ref news);
                }
            });
            return news > 0;
        }
        catch (Exception error) when (error is StoreException or IOException or UnauthorizedAccessException)
        {
            LogNotChecked(error.Message);
            return false;
        }
    }

    [LoggerMessage(EventIds.Host + 43, LogLevel.Warning, "The sources that are due were not all checked: {Reason}")]
    private partial void LogNotChecked(string reason);
}
