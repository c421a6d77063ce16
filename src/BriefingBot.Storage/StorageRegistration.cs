using BriefingBot.Storage.Moving;
using BriefingBot.Storage.Postgres;
using BriefingBot.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Storage;

/// <summary>Puts the store that the settings choose into a service collection.</summary>
public static class StorageRegistration
{
    /// <summary>
    /// Registers the store of the chosen engine, as <see cref="SqliteStorageRegistration.AddSqliteCoverageStore"/> or
    /// <see cref="PostgresStorageRegistration.AddPostgresCoverageStore"/> does.
    /// </summary>
    /// <param name="services">The collection.</param>
    /// <param name="configure">Reads the settings; called more than once.</param>
    /// <param name="configureSearch">Reads where searches look; called more than once.</param>
    public static IServiceCollection AddStorage(
        this IServiceCollection services,
        Action<StorageOptions> configure,
        Action<SearchOptions> configureSearch
    )
    {
        StorageOptions chosen = new();
        configure(chosen);
        SearchOptions search = new();
        configureSearch(search);
        services
            .AddOptions<SearchOptions>()
            .Configure(configureSearch)
            .Validate(
                o => o.Vectors != VectorPlace.Pgvector || chosen.Provider == StorageProvider.Postgres,
                "Search:Vectors is Pgvector, an extension of PostgreSQL, but Storage:Provider is Sqlite: set Storage:Provider to "
                    + "Postgres, or Search:Vectors to Memory."
            )
            .ValidateOnStart();
        services
            .AddOptions<StorageOptions>()
            .Configure(configure)
            .Validate(
                o => o.Provider == StorageProvider.Postgres || (o.ConnectionString ?? o.ConnectionStringFile) is null,
                "Storage:ConnectionString is set, but Storage:Provider is Sqlite, which has no connection: set Storage:Provider to "
                    + "Postgres, or leave the connection out."
            )
            .Validate(
                o => o.Provider == StorageProvider.Sqlite || o.MaxFileBytes == 0,
                "Storage:MaxFileBytes limits the file of SQLite, but Storage:Provider is Postgres: leave it out."
            )
            .ValidateOnStart();
        services.AddSingleton<StoreMoving>();
        return chosen.Provider == StorageProvider.Postgres
            ? services.AddPostgresCoverageStore(options =>
            {
                options.ConnectionString = chosen.ConnectionString;
                options.ConnectionStringFile = chosen.ConnectionStringFile;
                options.MemoryMegabytes = chosen.MemoryMegabytes;
                options.Vectors = search.Vectors;
            })
            : services.AddSqliteCoverageStore(options =>
            {
                options.MaxFileBytes = chosen.MaxFileBytes;
                options.MemoryMegabytes = chosen.MemoryMegabytes;
            });
    }
}
