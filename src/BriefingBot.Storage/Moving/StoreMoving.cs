using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Postgres;
using BriefingBot.Storage.Sql;
using BriefingBot.Storage.Sqlite;
using Microsoft.Extensions.Options;

namespace BriefingBot.Storage.Moving;

/// <summary>Copies the configured store into another database, of the same or the other engine.</summary>
public sealed class StoreMoving(IOptions<StorageOptions> storage, IOptions<SqliteStoreOptions> file)
{
    /// <summary>Copies, or goes on with a copy that was interrupted, and compares in the end.</summary>
    /// <param name="target">A connection string of PostgreSQL, which always has a "=" in it, or the path of a file.</param>
    /// <param name="progress">Told which share is done, 0 to 1; may be null.</param>
    /// <param name="cancellationToken">Ends it; what was written stays for the next run.</param>
    /// <exception cref="StoreException">Either cannot be used, the target holds something else, or they differ in the end.</exception>
    public StoreMove Run(string target, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using var from =
            storage.Value.Provider == StorageProvider.Postgres
                ? OpenServer(
                    new PostgresStoreOptions
                    {
                        ConnectionString = storage.Value.ConnectionString,
                        ConnectionStringFile = storage.Value.ConnectionStringFile,
                    }
                )
                : OpenFile(file.Value.Path, mustExist: true);
        using var to = target.Contains('=', StringComparison.Ordinal)
            ? OpenServer(new PostgresStoreOptions { ConnectionString = target })
            : OpenFile(target, mustExist: false);
        return from.Name == to.Name
            ? throw new StoreException($"{to.Name} is the store itself: name another database or file to copy it to.")
            : new StoreMover(from, to).Run(progress, cancellationToken);
    }

    private static SqlDatabase OpenFile(string path, bool mustExist)
    {
        if (mustExist && !File.Exists(path))
        {
            throw new StoreException($"There is no store '{path}' to copy: name the data folder with --data.");
        }

        SqliteConnections connections = new(new SqliteStoreOptions { Path = path });
        return Opened(connections, connections.Open);
    }

    private static SqlDatabase OpenServer(PostgresStoreOptions options)
    {
        var address = PostgresAddress.Read(options, Environment.GetEnvironmentVariable);

        // A large table is sorted for as long as it takes.
        address.CommandTimeout = 0;
        PostgresDatabase database = new(address);
        return Opened(database, database.Open);
    }

    private static SqlDatabase Opened(SqlDatabase database, Func<int> open)
    {
        try
        {
            database.Guard(open);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
