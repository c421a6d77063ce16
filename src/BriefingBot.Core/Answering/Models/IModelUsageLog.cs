using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Answering.Models;

/// <summary>
/// What the model was used for and what it took. Lives in the coverage's store, which must be open. Safe for concurrent use, also by
/// several processes.
/// </summary>
/// <exception cref="StoreException">Any method: the store cannot be used; the message says why and what to do.</exception>
public interface IModelUsageLog
{
    /// <summary>Keeps an entry.</summary>
    Task RecordAsync(ModelUsageEntry entry, CancellationToken cancellationToken);

    /// <summary>What a day (UTC) took so far.</summary>
    /// <param name="day">The day.</param>
    /// <param name="asker">Only what was done for them; null: everything.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<ModelUsageTotal> SumAsync(DateOnly day, string? asker, CancellationToken cancellationToken);
}
