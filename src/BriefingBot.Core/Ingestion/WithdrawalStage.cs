using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Ingestion;

/// <summary>Takes articles that are gone out of the store, unless so many are gone that somebody has to confirm it.</summary>
internal sealed class WithdrawalStage(ICoverageStore store, ILogger logger)
{
    public async Task<(int Removed, IReadOnlyList<HeldRemoval> Held, string? Mark)> RunAsync(
        IngestionRun run,
        IngestionChoices choices,
        CancellationToken cancellationToken
    )
    {
        var sources = await store.GetSourcesAsync(cancellationToken);
        var gone = run
            .Known.Keys.Where(id => !run.Present.Contains(id) && !run.Failures.MayBeUnseen(id.Value, sources.GetValueOrDefault(id)))
            .OrderBy(id => id.Value, StringComparer.Ordinal)
            .ToList();
        var held = choices.AllowRemoval ? [] : RemovalGuard.Check(run.Known.Keys, gone, sources);
        string? mark = held.Count > 0 ? RemovalMark.Of(gone) : null;
        if (mark is not null && mark != choices.ConfirmedRemoval)
        {
            foreach (var removal in held)
            {
                run.Failures.Add(
                    removal.Source,
                    $"{removal.Gone} of the {removal.Stored} articles stored from here are gone: nothing was removed. "
                        + $"If that is meant, confirm it on the status page or below /reindex, or index with --allow-removal."
                );
            }

            return (0, held, mark);
        }

        int removed = 0;
        foreach (var id in gone)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await store.WithdrawAsync(id, cancellationToken))
            {
                IngestionLog.ArticleWithdrawn(logger, id.Value);
                removed++;
            }
        }

        return (removed, [], null);
    }
}
