using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Intake;

/// <summary>The sources that were added by command, and how all of them fare. Safe for concurrent use, by several processes too.</summary>
public interface ISourceStore
{
    /// <summary>All of them by name.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    Task<IReadOnlyList<SourceEntry>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Adds one.</summary>
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

    /// <summary>Takes a check upon this process: of several that ask only one is given it, until <paramref name="until"/>.</summary>
    /// <param name="name">Which source.</param>
    /// <param name="now">The moment: a source that is due later is not given.</param>
    /// <param name="until">When others may take it, should this process die.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    Task<bool> ClaimAsync(SourceName name, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Keeps what a check came to.</summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    Task SaveStateAsync(SourceName name, SourceState state, CancellationToken cancellationToken);
}
