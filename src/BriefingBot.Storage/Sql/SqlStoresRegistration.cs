using BriefingBot.Core.Answering.Models;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Replicas;
using BriefingBot.Core.Chat.Retention;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Conversations.Kept;
using BriefingBot.Core.Corrections;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories;
using BriefingBot.Core.Subscriptions.Follows;
using BriefingBot.Core.Subscriptions.Schedules;
using BriefingBot.Storage.Sql.Chat;
using BriefingBot.Storage.Sql.Kept;
using BriefingBot.Storage.Sql.Stories;
using BriefingBot.Storage.Sql.Subscriptions;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Storage.Sql;

/// <summary>Puts everything that is kept in one database into a service collection, but the store of the coverage.</summary>
internal static class SqlStoresRegistration
{
    /// <summary>Registers the stores over the one <see cref="SqlCoverageStore"/> of the collection.</summary>
    public static IServiceCollection AddSqlStores<TStore>(this IServiceCollection services)
        where TStore : SqlCoverageStore
    {
        services.AddSingleton<TStore>();
        services.AddSingleton<SqlCoverageStore>(static provider => provider.GetRequiredService<TStore>());
        services.AddSingleton<ICoverageStore>(static provider => provider.GetRequiredService<TStore>());
        services.AddSingleton<IQuestionJournal, SqlQuestionJournal>();
        services.AddSingleton<IConversationLog, SqlConversationLog>();
        services.AddSingleton<IAnnouncementStore, SqlAnnouncementStore>();
        services.AddSingleton<IScheduleStore, SqlScheduleStore>();
        services.AddSingleton<IFollowStore, SqlFollowStore>();
        services.AddSingleton<ICorrectionStore, SqlCorrectionStore>();
        services.AddSingleton<IKeptAnswerStore, SqlKeptAnswerStore>();
        services.AddSingleton<IChatStateStore, SqlChatStateStore>();
        services.AddSingleton<IModelUsageLog, SqlModelUsageLog>();
        services.AddSingleton<IRetentionStore, SqlRetentionStore>();
        services.AddSingleton<ISourceStore, SqlSourceStore>();
        services.AddSingleton<IReplicaStore, SqlReplicaStore>();
        services.AddSingleton<IStoryStore, SqlStoryStore>();
        return services;
    }
}
