using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Chat.Delivery;

/// <summary>
/// Announcements that wait or were posted; each is a turn of the question journal as well. Lives in the coverage's store, which must be
/// open. Safe for concurrent use, also by several processes.
/// </summary>
/// <exception cref="StoreException">Any method: the store cannot be used; the message says why and what to do.</exception>
public interface IAnnouncementStore
{
    /// <summary>Keeps an announcement, for whichever process posts to its platform.</summary>
    /// <returns>False when its id is known: it was said, or is about to be.</returns>
    Task<bool> TryAddAsync(Announcement announcement, CancellationToken cancellationToken);

    /// <summary>One announcement; null when there is none.</summary>
    Task<Announcement?> FindAsync(ChatQuestionId id, CancellationToken cancellationToken);
}
