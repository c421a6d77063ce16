using BriefingBot.Core.Chat.Platforms;
using BriefingBot.Core.Chat.Replicas;
using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Corrections;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Commands.Status;

/// <summary>
/// <c>status</c>: the state of the index and the platforms, and the questions that found no answer. For admins. Thread-safe.
/// </summary>
public sealed class StatusCommand(
    ICoverageStore store,
    IndexRuns runs,
    SourceCatalog sources,
    PlatformStates platforms,
    ReplicaPresence replicas,
    ICorrectionStore corrections,
    CommandGuard guard
)
{
    /// <summary>How many of the latest gaps are named.</summary>
    public const int LatestGaps = 5;

    /// <summary>How many of the latest corrections are named.</summary>
    public const int LatestCorrections = 3;

    private const int MaxGaps = 10_000;

    /// <summary>Gives a <see cref="StatusResult"/>.</summary>
    public Task<CommandResult> RunAsync(CommandCall call, CancellationToken cancellationToken) =>
        guard.RunAsAdminAsync("status", call, async () => (await ReadAsync(cancellationToken), "shown"), cancellationToken);

    private async Task<CommandResult> ReadAsync(CancellationToken cancellationToken)
    {
        var gaps = await store.ListGapsAsync(MaxGaps, cancellationToken);
        return new StatusResult(
            await store.GetStatusAsync(cancellationToken),
            await runs.GetRunningSinceAsync(cancellationToken),
            runs.Last,
            gaps.Count,
            [.. gaps.Take(LatestGaps)]
        )
        {
            Sources = [.. (await sources.ListAsync(cancellationToken)).Where(static entry => entry.Source.IsFetched)],
            IsPaused = await runs.IsPausedAsync(cancellationToken),
            Platforms = platforms.All,
            Replicas = await replicas.ListAsync(cancellationToken),
            Corrections = await corrections.ListAsync(LatestCorrections, cancellationToken),
        };
    }
}
