using System.Reflection;
using BriefingBot.Core.Retrieval.Store;
using Npgsql;

namespace BriefingBot.Storage.Postgres;

/// <summary>
/// Brings the schema forward, one process at a time, a step a transaction. Replicas of an earlier build go on where a step only adds
/// (<c>readable_from</c>).
/// </summary>
internal sealed class PostgresSchema(string name)
{
    private const int LeastServer = 150_000;

    /// <summary>Keeps two processes from migrating at once; "BBot". Other locks lie in a class of the schema's own.</summary>
    private const int MigrationLock = 0x42426F74;

    private static readonly List<string> Steps = ReadSteps();

    /// <summary>The version that this build writes.</summary>
    public static int Latest => Steps.Count;

    /// <summary>Runs the missing steps.</summary>
    /// <returns>The version before; 0 for a new store.</returns>
    /// <exception cref="StoreException">
    /// The server is too old, the schema holds another program's tables, or was left by a build whose store this one cannot work on.
    /// </exception>
    public int Migrate(NpgsqlConnection connection)
    {
        CheckServer(connection);
        int before = ReadVersion(connection) ?? 0;
        int version = before;
        while (version < Latest)
        {
            using var transaction = connection.BeginTransaction();
            Run(connection, $"SELECT pg_advisory_xact_lock({MigrationLock}, 0)");

            // Another process may have been faster. Only under the lock is it known whose tables there are: a store that another makes
            // may appear between one statement and the next.
            version = ReadVersion(connection) ?? RequireEmpty(connection);
            if (version >= Latest)
            {
                break;
            }

            Run(connection, Steps[version]);
            version++;
            Run(connection, $"UPDATE store_schema SET version = {version}");
            transaction.Commit();
        }

        return before;
    }

    /// <summary>The class of the advisory locks of the stores in this schema: another schema of the same database has its own.</summary>
    public static int ReadLockClass(NpgsqlConnection connection) =>
        (int)Read(connection, "SELECT hashtext('briefingbot.' || current_schema())")!;

    private void CheckServer(NpgsqlConnection connection)
    {
        int server = int.Parse((string)Read(connection, "SHOW server_version_num")!, System.Globalization.CultureInfo.InvariantCulture);
        if (server < LeastServer)
        {
            throw new StoreException(
                $"The server of the store {name} is PostgreSQL {server / 10_000}: it must be {LeastServer / 10_000} or later."
            );
        }
    }

    /// <summary>The version of the store; null when there is none.</summary>
    private int? ReadVersion(NpgsqlConnection connection)
    {
        if (Read(connection, "SELECT current_schema()::text") is not string)
        {
            throw new StoreException(
                $"The first schema in the search path of the store {name} does not exist: make it (CREATE SCHEMA ...), or correct "
                    + "Search Path in Storage:ConnectionString."
            );
        }

        if (Read(connection, "SELECT to_regclass(quote_ident(current_schema()) || '.store_schema')::text") is not string)
        {
            return null;
        }

        var (version, readableFrom) = (
            (int)Read(connection, "SELECT version FROM store_schema")!,
            (int)Read(connection, "SELECT readable_from FROM store_schema")!
        );
        return readableFrom <= Latest
            ? version
            : throw new StoreException(
                $"The store {name} was written by a newer version (schema {version}, this one knows {Latest}): update BriefingBot, or name "
                    + "another database."
            );
    }

    /// <summary>0, the version of a schema that holds no tables.</summary>
    private int RequireEmpty(NpgsqlConnection connection)
    {
        object? other = Read(
            connection,
            """
            SELECT c.relname::text FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
            AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e') ORDER BY 1 LIMIT 1
            """
        );
        return other is string table
            ? throw new StoreException(
                $"The schema '{Read(connection, "SELECT current_schema()::text")}' of the store {name} holds tables of another program "
                    + $"('{table}') and was left as it is: make an empty schema or database, and name it in Storage:ConnectionString "
                    + "(Search Path, Database)."
            )
            : 0;
    }

    private static object? Read(NpgsqlConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        return command.ExecuteScalar() is var value && value is DBNull ? null : value;
    }

    private static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = Command(connection, sql);

        // A step over a large table takes as long as it takes.
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text comes from this project.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private static List<string> ReadSteps()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(resource => resource.StartsWith("Postgres/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(resource =>
                {
                    using StreamReader reader = new(assembly.GetManifestResourceStream(resource)!);
                    return reader.ReadToEnd();
                }),
        ];
    }
}
