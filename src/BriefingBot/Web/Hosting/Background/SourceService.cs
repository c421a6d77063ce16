using BriefingBot.Core.Intake;

namespace BriefingBot.Web.Hosting.Background;

/// <summary>
/// Checks the sources that are due, and has the index read what they brought. A source that fails is tried again later and more and more
/// rarely; it never stops another.
/// </summary>
internal sealed class SourceService(
    ISourceStore store,
    SourceChecker checker,
    IndexingState indexing,
    IndexOnChange index,
    TimeProvider clock,
    ILogger<SourceService> logger
) : BackgroundLoop("Checking the sources that are due", TimeSpan.FromSeconds(5), clock, logger)
{
    private const int AtOnce = 4;
    private readonly TimeProvider _clock = clock;

    /// <inheritdoc/>
    protected override Task ReadyAsync(CancellationToken cancellationToken) => indexing.Completion.WaitAsync(cancellationToken);

    /// <inheritdoc/>
    protected override async Task TurnAsync(CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        var due = (await store.ListAsync(cancellationToken)).Where(entry =>
            entry.Source is { IsFetched: true, IsPaused: false } && (entry.State.NextCheck is not { } next || next <= now)
        );
        int news = 0;
        try
        {
            await Parallel.ForEachAsync(
                due,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (entry, token) =>
                {
                    if (await checker.CheckAsync(entry, force: false, token) is { HasNews: true })
                    {
                        Interlocked.Increment(ref news);
                    }
                }
            );
        }
        finally
        {
            // What one source brought is read though another failed.
            if (news > 0 && !cancellationToken.IsCancellationRequested)
            {
                await index.RunAsync(cancellationToken);
            }
        }
    }
}
