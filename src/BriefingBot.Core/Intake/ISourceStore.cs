using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Intake;

/// <summary>The sources that were added by command, and how all of them fare. Safe for concurrent use, by several processes too.</summary>
public interface ISourceStore
{
    /// <summary>All of them by name.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    Task<IReadOnlyList<SourceEntry>> ListAsync(CancellationToken cancellationToken);

    /// <returns>False when there is one of that name.</returns>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    Task<bool> AddAsync(CoverageSource source, CancellationToken cancellationToken);

    /// <summary>Removes one and its state.</summary>
    /// <returns>False when there is none of that name.</returns>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    Task<bool> RemoveAsync(SourceName name, CancellationToken cancellationToken);

    /// <summary>Pauses one, or lets it go on; then it is due at once.</summary>
    /// <returns>False when there is none of that name.</returns>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    Task<bool> PauseAsync(SourceName name, bool isPaused, CancellationToken cancellationToken);

    /// <summary>Takes or renews the right to check a source: of several callers one is given it.</summary>
    /// <param name="claim">Who wants it, and until when.</param>
    /// <param name="now">The moment: a claim of another that has not run out is not taken over.</param>
    /// <param name="due">A source that is due after this is not given; null: due or not.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    Task<bool> TryClaimAsync(SourceClaim claim, DateTimeOffset now, DateTimeOffset? due, CancellationToken cancellationToken);

    /// <summary>Keeps what a check came to, and gives the claim back.</summary>
    /// <returns>False when the claim is another's by now: nothing was kept.</returns>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    Task<bool> TryEndAsync(SourceClaim claim, SourceState state, CancellationToken cancellationToken);

    /// <summary>
    /// Where processes share the store, checks that this one sees the folder of fetched articles that the others see; the first one marks
    /// it.
    /// </summary>
    /// <exception cref="StoreException">It sees another folder, or cannot use it.</exception>
    Task RequireFolderAsync(IntakeFolder folder, CancellationToken cancellationToken);
}
