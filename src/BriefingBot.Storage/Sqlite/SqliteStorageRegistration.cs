using BriefingBot.Core.Chat.Replicas;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Sql;
using BriefingBot.Storage.Sqlite.Backups;
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
        services.AddSqlStores<SqliteCoverageStore>();
        services.AddSingleton(new StoreSharing(IsShared: false));
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
