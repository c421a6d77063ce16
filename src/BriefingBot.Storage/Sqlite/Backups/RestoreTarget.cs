using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Sqlite.Schema;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BriefingBot.Storage.Sqlite.Backups;

/// <summary>The place that a backup is restored to: empty, and while this is held nobody else's.</summary>
internal sealed class RestoreTarget : IDisposable
{
    /// <summary>Tables that have rows in a store that nothing was put into.</summary>
    private const string Bookkeeping = "'meta', 'lease', 'platform_state', 'vector_set'";

    private readonly bool _exists;
    private SqliteSession? _session;

    private RestoreTarget(bool exists, SqliteSession? session)
    {
        _exists = exists;
        _session = session;
    }

    /// <summary>Takes hold of the place.</summary>
    /// <exception cref="StoreException">It holds something, another program's file lies there, or a bot has it open.</exception>
    public static RestoreTarget Take(string path, string fetched)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (File.Exists(path))
        {
            return TakeEmptyStore(path, fetched);
        }

        CheckFetched(fetched);
        return new RestoreTarget(exists: false, null);
    }

    /// <summary>The switch: puts the file in the place that was held.</summary>
    public void Fill(PartialFile store)
    {
        Dispose();
        store.PutInPlace(_exists);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _session?.Dispose();
        _session = null;
    }

    private static RestoreTarget TakeEmptyStore(string path, string fetched)
    {
        StoreFileHeader.Check(path);
        var session = StoreCopier.Open(path);
        try
        {
            session.ExecuteScript("PRAGMA busy_timeout = 2000");
            if (WhatItHolds(session, path) is { } held)
            {
                throw new StoreException(
                    $"The store '{path}' holds {held} and was left as it is: restore into another folder with --data, or "
                        + $"stop the bot, move the store away and run this again."
                );
            }

            CheckFetched(fetched);

            // A log can only be given up by the one connection that is left; what then holds the file exclusively keeps others out until
            // the switch.
            if (session.Prepare("PRAGMA journal_mode = DELETE").ExecuteScalar() is not "delete")
            {
                throw InUse(path, null);
            }

            session.ExecuteScript("BEGIN EXCLUSIVE");
            return new RestoreTarget(exists: true, session);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            session.Dispose();
            throw InUse(path, exception);
        }
        catch (Exception exception)
        {
            // The file is let go whatever failed; what is no error of the database goes on its way.
            session.Dispose();
            if (exception is SqliteException unusable)
            {
                throw SqliteErrors.Explain(unusable, path);
            }

            throw;
        }
    }

    private static StoreException InUse(string path, SqliteException? exception)
    {
        string said = $"The store '{path}' is open in another process: stop the bot that runs on it, then run this again.";
        return exception is null ? new StoreException(said) : new StoreException(said, exception);
    }

    private static void CheckFetched(string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new StoreException(
                $"'{folder}' holds articles that were fetched and was left as it is: restore into another folder by "
                    + $"--data, or move it away first."
            );
        }
    }

    private static string? WhatItHolds(SqliteSession session, string path)
    {
        if (new SchemaMigrator(path, SchemaMigrations.All).ReadVersion(session) == 0)
        {
            return null;
        }

        long articles = session.ReadLong("SELECT count(*) FROM article WHERE is_current = 1");
        return articles > 0
            ? articles == 1
                ? "1 article"
                : $"{articles} articles"
            : TablesOf(session).FirstOrDefault(table => HasRows(session, table)) is { } kept
                ? $"records ({kept})"
                : null;
    }

    private static List<string> TablesOf(SqliteSession session)
    {
        List<string> tables = [];
        using var rows = session
            .Prepare(
                $"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE "
                    + $"'passage_%' AND name NOT IN ({Bookkeeping}) ORDER BY name"
            )
            .ExecuteReader();
        while (rows.Read())
        {
            tables.Add(rows.GetString(0));
        }

        return tables;
    }

    private static bool HasRows(SqliteSession session, string table) => session.ReadLong($"SELECT EXISTS (SELECT 1 FROM \"{table}\")") == 1;
}
