using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Replicas;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Commands.Reindex;

/// <summary>Index runs, one at a time: within the process, and by a lease in the store among all processes on it. Thread-safe.</summary>
public sealed partial class IndexRuns(
    IngestionPipeline pipeline,
    IChatStateStore state,
    SourceCatalog sources,
    ChatProcess process,
    StoreSharing sharing,
    TimeProvider clock,
    ILogger<IndexRuns> logger
) : IDisposable
{
    /// <summary>What the lease of a run is called in the store.</summary>
    public const string LeaseName = "index";

    private static readonly TimeSpan LeaseDuration = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Listening = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _running = new(1, 1);
    private DateTimeOffset _since;
    private IndexRunAccount? _last;
    private volatile RunningIndexRun? _run;

    /// <summary>The last run that this process finished; null before the first.</summary>
    public IndexRunAccount? Last => Volatile.Read(ref _last);

    /// <summary>When the running run began, in whichever process; null when none runs.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<DateTimeOffset?> GetRunningSinceAsync(CancellationToken cancellationToken) =>
        _run is not null ? _since : (await state.FindLeaseAsync(LeaseName, cancellationToken))?.Since;

    /// <summary>
    /// Tells the run that is going on to stand still, to go on, or to end: at once when it is this process's, within a second or two when
    /// it is another's.
    /// </summary>
    /// <returns>When that run began (UTC); null when none runs.</returns>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public async Task<DateTimeOffset?> AskAsync(LeaseWish wish, CancellationToken cancellationToken)
    {
        // Into the store first: what it holds is done again every second.
        var lease = await state.AskAsync(LeaseName, wish, cancellationToken);
        var here = _run;
        here?.Apply(wish);
        return here is null ? lease?.Since : _since;
    }

    /// <summary>Does the run that is going on stand still?</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<bool> IsPausedAsync(CancellationToken cancellationToken) =>
        _run is { } here ? here.Gate.IsClosed : await state.FindLeaseAsync(LeaseName, cancellationToken) is { Wish: LeaseWish.Pause };

    /// <summary>Runs once, unless a run is going on.</summary>
    /// <param name="choices">How to go about it.</param>
    /// <param name="progress">Told after every article; may be null.</param>
    /// <param name="cancellationToken">Ends the run; what was stored until then stays.</param>
    /// <exception cref="CoverageNotFoundException">As <see cref="IngestionPipeline.RunAsync"/>.</exception>
    /// <exception cref="StoreException">The store cannot be used, or another process took the lease because this one stood still for too
    /// long.</exception>
    /// <exception cref="IndexRunEndedException">It was ended by <see cref="AskAsync"/>.</exception>
    public async Task<IndexRunOutcome> TryRunAsync(
        IngestionChoices choices,
        IProgress<IngestionProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        if (!await _running.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return new IndexRunOutcome(null, _since);
        }

        try
        {
            var lease = await state.AcquireLeaseAsync(LeaseName, process.Owner, LeaseDuration, cancellationToken);
            if (lease.Owner != process.Owner)
            {
                return new IndexRunOutcome(null, lease.Since);
            }

            _since = lease.Since;
            return new IndexRunOutcome(await RunAsync(choices, progress, cancellationToken), null);
        }
        finally
        {
            _running.Release();
        }
    }

    /// <summary>
    /// The run at the start of a process: it waits for its turn, within the process and, where the store is shared, among all. In a file of
    /// one process it takes no lease, so that a killed predecessor's does not delay the start and a store that can only be read gives its
    /// own error; two processes that start at once store the same articles the same way.
    /// </summary>
    /// <param name="progress">Told after every article; may be null.</param>
    /// <param name="cancellationToken">Ends the run; what was stored until then stays.</param>
    /// <exception cref="CoverageNotFoundException">As <see cref="IngestionPipeline.RunAsync"/>.</exception>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    /// <exception cref="IndexRunEndedException">It was ended by <see cref="AskAsync"/>.</exception>
    public async Task<IngestionReport> RunAtStartAsync(IProgress<IngestionProgress>? progress, CancellationToken cancellationToken)
    {
        await _running.WaitAsync(cancellationToken);
        try
        {
            IngestionChoices choices = new() { TrustsFileTimes = true };
            if (sharing.IsShared)
            {
                await WaitForLeaseAsync(cancellationToken);
                return await RunAsync(choices, progress, cancellationToken);
            }

            _since = clock.GetUtcNow();
            using RunningIndexRun run = new(progress, cancellationToken);
            return await RunAsync(run, choices, cancellationToken);
        }
        finally
        {
            _running.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _running.Dispose();

    private async Task WaitForLeaseAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var lease = await state.AcquireLeaseAsync(LeaseName, process.Owner, LeaseDuration, cancellationToken);
            if (lease.Owner == process.Owner)
            {
                _since = lease.Since;
                return;
            }

            await Task.Delay(Listening, clock, cancellationToken);
        }
    }

    private async Task<IngestionReport> RunAsync(
        IngestionChoices choices,
        IProgress<IngestionProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        using var lost = new CancellationTokenSource();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lost.Token);
        using RunningIndexRun run = new(progress, either.Token);
        var holding = HoldAsync(run, lost, over.Token);
        try
        {
            return await RunAsync(run, choices, cancellationToken);
        }
        catch (OperationCanceledException exception) when (lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new StoreException(
                "Another process took over the index run because this one could not renew its lease; see which processes share the store.",
                exception
            );
        }
        finally
        {
            await over.CancelAsync();
            await holding;
            await ReleaseAsync();
        }
    }

    private async Task<IngestionReport> RunAsync(RunningIndexRun run, IngestionChoices choices, CancellationToken cancellationToken)
    {
        _run = run;
        try
        {
            if ((await sources.ListAsync(run.Token)).Any(static entry => entry.Source.IsFetched))
            {
                await sources.RequireFolderAsync(run.Token);
            }

            var report = await pipeline.RunAsync(await sources.GetPathsAsync(run.Token), choices with { Gate = run.Gate }, run, run.Token);
            Volatile.Write(ref _last, new IndexRunAccount(report, clock.GetUtcNow()));
            return report;
        }
        catch (OperationCanceledException) when (run.IsEnded && !cancellationToken.IsCancellationRequested)
        {
            throw new IndexRunEndedException();
        }
        finally
        {
            _run = null;
        }
    }

    /// <summary>Keeps the lease, and does what other processes ask of its owner.</summary>
    private async Task HoldAsync(RunningIndexRun run, CancellationTokenSource lost, CancellationToken cancellationToken)
    {
        using PeriodicTimer timer = new(Listening, clock);
        long renewed = clock.GetTimestamp();
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                if (await HearAsync(cancellationToken) is { } wish)
                {
                    run.Apply(wish);
                }

                if (clock.GetElapsedTime(renewed) >= LeaseDuration / 4)
                {
                    renewed = clock.GetTimestamp();
                    if (!await TryRenewAsync(cancellationToken))
                    {
                        await lost.CancelAsync();
                        return;
                    }
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    private async Task<LeaseWish?> HearAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await state.FindLeaseAsync(LeaseName, cancellationToken) is { } lease && lease.Owner == process.Owner
                ? lease.Wish
                : null;
        }
        catch (StoreException exception)
        {
            // Whoever asked finds it undone and asks again; the next look may do.
            LogNotRenewed(logger, exception.Message);
            return null;
        }
    }

    private async Task<bool> TryRenewAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await state.AcquireLeaseAsync(LeaseName, process.Owner, LeaseDuration, cancellationToken)).Owner == process.Owner;
        }
        catch (StoreException exception)
        {
            // The lease still has time; the next try may do.
            LogNotRenewed(logger, exception.Message);
            return true;
        }
    }

    private async Task ReleaseAsync()
    {
        try
        {
            await state.ReleaseLeaseAsync(LeaseName, process.Owner, CancellationToken.None);
        }
        catch (StoreException exception)
        {
            LogNotRenewed(logger, exception.Message);
        }
    }

    [LoggerMessage(EventIds.Chat + 10, LogLevel.Warning, "The lease of the index run could not be written: {Reason}")]
    private static partial void LogNotRenewed(ILogger logger, string reason);
}
