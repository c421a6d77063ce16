using BriefingBot.Core.Chat.Replicas;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Sql;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Storage.Postgres;

/// <summary>Puts the PostgreSQL store into a service collection.</summary>
public static class PostgresStorageRegistration
{
    /// <summary>
    /// Registers <see cref="ICoverageStore"/> as one <see cref="PostgresCoverageStore"/>, and what chats, the model and sources keep in the
    /// same database. It needs an <see cref="EncoderIdentity"/>, a <see cref="TimeProvider"/> and logging in the same collection. The
    /// options are checked at start.
    /// </summary>
    public static IServiceCollection AddPostgresCoverageStore(this IServiceCollection services, Action<PostgresStoreOptions> configure)
    {
        services
            .AddOptions<PostgresStoreOptions>()
            .Configure(configure)
            .Validate(
                o => o.MemoryMegabytes is >= 0 and <= 1_000_000,
                "Storage:MemoryMegabytes must be 0 to 1,000,000: how many megabytes searches may keep in memory."
            )
            .ValidateOnStart();
        services.AddSingleton(new StoreSharing(IsShared: true));
        return services.AddSqlStores<PostgresCoverageStore>();
    }
}
