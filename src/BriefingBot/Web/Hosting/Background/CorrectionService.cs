using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Corrections;

namespace BriefingBot.Web.Hosting.Background;

/// <summary>Looks for corrections at start, and whenever the coverage has changed, by whichever process.</summary>
internal sealed class CorrectionService(
    CorrectionRun run,
    ICorrectionStore store,
    IndexRuns runs,
    IndexingState indexing,
    TimeProvider clock,
    ILogger<CorrectionService> logger
) : BackgroundLoop("Looking whether cited articles changed", TimeSpan.FromSeconds(2), clock, logger)
{
    private long _seen = -1;

    /// <inheritdoc/>
    protected override Task ReadyAsync(CancellationToken cancellationToken) => indexing.Completion.WaitAsync(cancellationToken);

    /// <inheritdoc/>
    protected override async Task TurnAsync(CancellationToken cancellationToken)
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
}
