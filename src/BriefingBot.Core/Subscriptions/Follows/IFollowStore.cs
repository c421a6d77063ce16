using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Subscriptions.Follows;

/// <summary>
/// What all places follow. Lives in the coverage's store, which must be open. Safe for concurrent use, also by several processes.
/// </summary>
/// <exception cref="StoreException">Any method: the store cannot be used; the message says why and what to do.</exception>
public interface IFollowStore
{
    /// <summary>A place with what it follows; null when it never followed anything.</summary>
    Task<Follower?> FindAsync(SubscriptionPlace place, CancellationToken cancellationToken);

    /// <summary>The places of these platforms that follow something and have not been looked at since an arrival.</summary>
    Task<IReadOnlyList<Follower>> ListBehindAsync(IReadOnlyCollection<string> platforms, long arrival, CancellationToken cancellationToken);

    /// <summary>Follows something.</summary>
    /// <param name="place">The place.</param>
    /// <param name="interest">What.</param>
    /// <param name="most">How much a place may follow.</param>
    /// <param name="cancellationToken">Ends the wait for other changes.</param>
    Task<FollowOutcome> AddAsync(SubscriptionPlace place, Interest interest, int most, CancellationToken cancellationToken);

    /// <summary>Follows something no more.</summary>
    /// <param name="place">The place.</param>
    /// <param name="kind">What kind; null: any.</param>
    /// <param name="words">Which, in any case, of stories their name or its beginning; null: all.</param>
    /// <param name="cancellationToken">Ends the wait for other changes.</param>
    /// <returns>How many were removed.</returns>
    Task<int> RemoveAsync(SubscriptionPlace place, FollowKind? kind, string? words, CancellationToken cancellationToken);

    /// <summary>Sets when alerts wait; null: never.</summary>
    /// <param name="place">The place.</param>
    /// <param name="quiet">The hours.</param>
    /// <param name="madeBy">Who sets them.</param>
    /// <param name="cancellationToken">Ends the wait for other changes.</param>
    Task SetQuietAsync(SubscriptionPlace place, QuietHours? quiet, string madeBy, CancellationToken cancellationToken);

    /// <summary>
    /// Writes up to where a place was looked at, in one transaction with the alert: whatever happens, an alert is posted once.
    /// </summary>
    /// <param name="follower">The place as it was read.</param>
    /// <param name="told">The last arrival that was looked at.</param>
    /// <param name="announcement">The alert; null when nothing matched.</param>
    /// <param name="cancellationToken">Ends the wait for other changes.</param>
    /// <returns>False when another process did so; nothing was written.</returns>
    Task<bool> SettleAsync(Follower follower, long told, Announcement? announcement, CancellationToken cancellationToken);
}
