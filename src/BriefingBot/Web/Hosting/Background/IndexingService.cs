using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Web.Hosting.Background;

/// <summary>
/// Indexes what changed, once at start, while questions are already answered from what the store holds. A failure stops the host, unless
/// the store can be read but not written, or the encoder's server is away: then the bot goes on with what it has.
/// </summary>
internal sealed partial class IndexingService(
    IndexRuns runs,
    ICoverageStore store,
    IndexingState state,
    IHostApplicationLifetime lifetime,
    ILogger<IndexingService> logger
) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            state.Complete(await runs.RunAtStartAsync(state, stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; what was stored stays and the next start goes on from there.
        }
        catch (Exception exception)
            when (exception is StoreException or EncoderException or IndexRunEndedException && !stoppingToken.IsCancellationRequested)
        {
            await GoOnWithoutAsync(exception, stoppingToken);
        }
        catch (Exception exception)
        {
            // Nobody knows what this is: the bot ends rather than serve what was not indexed.
            Stop(exception);
        }
    }

    private async Task GoOnWithoutAsync(Exception cause, CancellationToken cancellationToken)
    {
        try
        {
            var status = await store.GetStatusAsync(cancellationToken);
            if (status.Articles > 0 || cause is IndexRunEndedException)
            {
                LogNotUpdated(cause.Message);
                state.Complete(
                    new IngestionReport(
                        status.Articles,
                        0,
                        0,
                        0,
                        0,
                        [
                            new IngestionFailure(
                                cause switch
                                {
                                    EncoderException => "encoder",
                                    IndexRunEndedException => "run",
                                    _ => "store",
                                },
                                cause.Message
                            ),
                        ],
                        status.Passages,
                        TimeSpan.Zero,
                        TimeSpan.Zero
                    )
                );
                return;
            }
        }
        catch (StoreException)
        {
            // The store cannot even be read: the first failure says why.
        }

        Stop(cause);
    }

    private void Stop(Exception cause)
    {
        LogFailed(cause.Message);
        state.Fail(cause);
        lifetime.StopApplication();
    }

    [LoggerMessage(EventIds.Host + 1, LogLevel.Warning, "The index was not brought up to date, answers come from what it holds: {Reason}")]
    private partial void LogNotUpdated(string reason);

    [LoggerMessage(EventIds.Host + 2, LogLevel.Critical, "Indexing failed, the host stops: {Reason}")]
    private partial void LogFailed(string reason);
}
