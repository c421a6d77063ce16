using BriefingBot.Storage.Sql;
using BriefingBot.Storage.Sql.Chat;
using BriefingBot.Storage.Sql.Subscriptions;
using BriefingBot.Storage.Tests.Chat;
using BriefingBot.Storage.Tests.Subscriptions;

namespace BriefingBot.Storage.Tests;

/// <summary>What one process has in the database of an open store, of whichever engine.</summary>
internal static class StoresOver
{
    public static ChatStores Chat(SqlCoverageStore store, TimeProvider clock) =>
        new(new SqlQuestionJournal(store, clock), new SqlConversationLog(store, clock), new SqlChatStateStore(store, clock));

    public static SubscriptionStores Subscriptions(SqlCoverageStore store) =>
        new(new SqlScheduleStore(store), new SqlFollowStore(store), new SqlAnnouncementStore(store));

    public static RetentionStores Retention(SqlCoverageStore store, TimeProvider clock) =>
        new(store, Chat(store, clock), new SqlModelUsageLog(store), new SqlRetentionStore(store, clock), Subscriptions(store));
}
