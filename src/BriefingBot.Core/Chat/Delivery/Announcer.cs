using BriefingBot.Core.Chat.Inbox;

namespace BriefingBot.Core.Chat.Delivery;

/// <summary>The way out for what the bot says by itself. Thread-safe.</summary>
/// <param name="store">Keeps it.</param>
/// <param name="inbox">Told that something waits.</param>
public sealed class Announcer(IAnnouncementStore store, ChatInbox inbox)
{
    /// <summary>Says it once, however often and by how many processes it is asked for.</summary>
    /// <returns>False when its id is known.</returns>
    public async Task<bool> AnnounceAsync(Announcement announcement, CancellationToken cancellationToken)
    {
        bool isNew = await store.TryAddAsync(announcement, cancellationToken);
        Nudge();
        return isNew;
    }

    /// <summary>
    /// Announcements were added to the store in some other way: they are posted at once, and not when the journal is next looked through.
    /// </summary>
    public void Nudge() => inbox.Nudge();
}
