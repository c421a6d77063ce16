using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;

namespace BriefingBot.Storage.Sql.Chat;

/// <summary>Announcements in the store's file. Adding one is one transaction, so that several processes may share the file.</summary>
public sealed class SqlAnnouncementStore(SqlCoverageStore store) : IAnnouncementStore
{
    /// <inheritdoc/>
    public Task<bool> TryAddAsync(Announcement announcement, CancellationToken cancellationToken) =>
        store.WriteAsync(s => AnnouncementRows.Insert(s, announcement), cancellationToken);

    /// <inheritdoc/>
    public Task<Announcement?> FindAsync(ChatQuestionId id, CancellationToken cancellationToken) =>
        store.ReadAsync(s => AnnouncementRows.Find(s, id), cancellationToken);
}
