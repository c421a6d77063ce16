using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Subscriptions.Schedules;

/// <summary>
/// The schedules of all places. Lives in the coverage's store, which must be open. Safe for concurrent use, also by several processes.
/// </summary>
/// <exception cref="StoreException">Any method: the store cannot be used; the message says why and what to do.</exception>
public interface IScheduleStore
{
    /// <summary>The schedules of a place, in the order in which they were set.</summary>
    Task<IReadOnlyList<BriefingSchedule>> ListAsync(SubscriptionPlace place, CancellationToken cancellationToken);

    /// <summary>The schedules of these platforms that are due, the longest due first.</summary>
    Task<IReadOnlyList<BriefingSchedule>> ListDueAsync(
        IReadOnlyCollection<string> platforms,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>Keeps a schedule, in the place of the one with the same topic; what that one had told already stays told.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="most">How many a place may have.</param>
    /// <param name="cancellationToken">Ends the wait for other changes.</param>
    /// <returns>False when the place has so many others; nothing was kept.</returns>
    Task<bool> SetAsync(BriefingSchedule schedule, int most, CancellationToken cancellationToken);

    /// <summary>Removes schedules of a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="topic">The one with this topic, in any case; null: all.</param>
    /// <param name="cancellationToken">Ends the wait for other changes.</param>
    /// <returns>How many.</returns>
    Task<int> RemoveAsync(SubscriptionPlace place, string? topic, CancellationToken cancellationToken);

    /// <summary>Does with a due time, in one transaction: whatever happens, a briefing is posted once, and what it told is told.</summary>
    /// <param name="schedule">The schedule as it was read.</param>
    /// <param name="next">When it is due next.</param>
    /// <param name="told">The last arrival that needs no telling any more; null leaves it as it is.</param>
    /// <param name="announcement">The briefing; null when nothing is said.</param>
    /// <param name="cancellationToken">Ends the wait for other changes.</param>
    /// <returns>False when the schedule is not due at the same time any more: another process did with it, or it was set anew. Nothing was
    /// written.</returns>
    Task<bool> SettleAsync(
        BriefingSchedule schedule,
        DateTimeOffset next,
        long? told,
        Announcement? announcement,
        CancellationToken cancellationToken
    );
}
