using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Chat.Replicas;

/// <summary>
/// Which processes run the bot on this store, and what each does alone. Lives in the coverage's store, which must be open. Safe for
/// concurrent use, also by several processes.
/// </summary>
/// <exception cref="StoreException">Any method: the store cannot be used; the message says why and what to do.</exception>
public interface IReplicaStore
{
    /// <summary>Says that a process runs.</summary>
    Task SeeAsync(Replica replica, CancellationToken cancellationToken);

    /// <summary>Says that it does no longer.</summary>
    Task LeaveAsync(string owner, CancellationToken cancellationToken);

    /// <summary>Those that were seen since, by their starts, with the leases that they hold.</summary>
    /// <param name="since">What was not seen since then has ended.</param>
    /// <param name="owner">The process that asks.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<IReadOnlyList<ReplicaDuties>> ListAsync(DateTimeOffset since, string owner, CancellationToken cancellationToken);
}
