namespace BriefingBot.Core.Chat.Replicas;

/// <summary>Says that this process runs, and lists those that do. Thread-safe.</summary>
public sealed class ReplicaPresence(IReplicaStore store, StoreSharing sharing, ChatProcess process, TimeProvider clock)
{
    /// <summary>Between two signs of life.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Who gave no sign for so long has ended.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DateTimeOffset _started = clock.GetUtcNow();

    /// <summary>Is the store shared at all?</summary>
    public bool IsShared => sharing.IsShared;

    /// <summary>Gives a sign of life.</summary>
    /// <param name="version">Of the program.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task ShowAsync(string version, CancellationToken cancellationToken) =>
        store.SeeAsync(new Replica(process.Owner, Environment.MachineName, version, _started, clock.GetUtcNow()), cancellationToken);

    /// <summary>Says that this process ends.</summary>
    public Task LeaveAsync(CancellationToken cancellationToken) => store.LeaveAsync(process.Owner, cancellationToken);

    /// <summary>The processes that run; empty where the store is not shared.</summary>
    public Task<IReadOnlyList<ReplicaDuties>> ListAsync(CancellationToken cancellationToken) =>
        sharing.IsShared
            ? store.ListAsync(clock.GetUtcNow() - Patience, process.Owner, cancellationToken)
            : Task.FromResult<IReadOnlyList<ReplicaDuties>>([]);
}
