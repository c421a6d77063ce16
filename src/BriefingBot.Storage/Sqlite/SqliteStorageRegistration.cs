using BriefingBot.Core.Answering.Models;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Retention;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Corrections;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories;
using BriefingBot.Core.Subscriptions.Follows;
using BriefingBot.Core.Subscriptions.Schedules;
using BriefingBot.Storage.Sqlite.Backups;
using BriefingBot.Storage.Sqlite.Chat;
using BriefingBot.Storage.Sqlite.Stories;
using BriefingBot.Storage.Sqlite.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Storage.Sqlite;

/// <summary>Puts the SQLite store into a service collection.</summary>
public static class SqliteStorageRegistration
{
    /// <summary>
    /// Registers <see cref="ICoverageStore"/> as one <see cref="SqliteCoverageStore"/>, and what chats, the model and sources keep in the
    /// same file, with the folder of what is fetched beside it. It needs an <see cref="EncoderIdentity"/>, a <see cref="TimeProvider"/> and
    /// logging in the same collection. The options are checked at start.
    /// </summary>
    public static IServiceCollection AddSqliteCoverageStore(this IServiceCollection services, Action<SqliteStoreOptions> configure)
    {
        services
            .AddOptions<SqliteStoreOptions>()
            .Configure(configure)
            .Validate(o => !string.IsNullOrWhiteSpace(o.Path), "The store needs the path of its file.")
            .Validate(o => o.MaxFileBytes >= 0, "Storage:MaxFileBytes cannot be negative; 0 means no limit.")
            .Validate(
                o => o.MemoryMegabytes is >= 0 and <= 1_000_000,
                "Storage:MemoryMegabytes must be 0 to 1,000,000: how many megabytes searches may keep in memory."
            )
            .ValidateOnStart();
        services.AddSingleton<SqliteCoverageStore>();
        services.AddSingleton<ICoverageStore>(static provider => provider.GetRequiredService<SqliteCoverageStore>());
        services.AddSingleton<IQuestionJournal, SqliteQuestionJournal>();
        services.AddSingleton<IConversationLog, SqliteConversationLog>();
        services.AddSingleton<IAnnouncementStore, SqliteAnnouncementStore>();
        services.AddSingleton<IScheduleStore, SqliteScheduleStore>();
        services.AddSingleton<IFollowStore, SqliteFollowStore>();
        services.AddSingleton<ICorrectionStore, SqliteCorrectionStore>();
        services.AddSingleton<IChatStateStore, SqliteChatStateStore>();
        services.AddSingleton<IModelUsageLog, SqliteModelUsageLog>();
        services.AddSingleton<IRetentionStore, SqliteRetentionStore>();
        services.AddSingleton<ISourceStore, SqliteSourceStore>();
        services.AddSingleton<IStoryStore, SqliteStoryStore>();
        services.AddSingleton<SqliteBackup>();
        services.AddSingleton<SqliteRestore>();
        services.TryAddSingleton(static provider => new IntakeFolder(
            Path.Combine(
                Path.GetDirectoryName(Path.GetFullPath(provider.GetRequiredService<IOptions<SqliteStoreOptions>>().Value.Path))!,
                "sources"
            )
        ));
        return services;
    }
}
