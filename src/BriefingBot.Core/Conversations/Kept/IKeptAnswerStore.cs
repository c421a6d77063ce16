using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Conversations.Kept;

/// <summary>
/// Answers that links lead to. One that was just given is at hand for a day, in which it can be kept; a kept one stays until it is removed.
/// Thread-safe.
/// </summary>
/// <exception cref="StoreException">Any method: the store cannot be used.</exception>
public interface IKeptAnswerStore
{
    /// <summary>Puts an answer at hand, and drops those of more than a day before it that nobody kept.</summary>
    Task SaveAsync(KeptAnswer answer, CancellationToken cancellationToken);

    /// <summary>Keeps it for good; true too when it is kept already. False when it is no longer at hand.</summary>
    Task<bool> KeepAsync(KeptAnswerId id, CancellationToken cancellationToken);

    /// <summary>The kept answer; null when there is none, or only one that nobody kept.</summary>
    Task<KeptAnswer?> FindAsync(KeptAnswerId id, CancellationToken cancellationToken);

    /// <summary>Removes it. False when there was none.</summary>
    Task<bool> RemoveAsync(KeptAnswerId id, CancellationToken cancellationToken);
}
