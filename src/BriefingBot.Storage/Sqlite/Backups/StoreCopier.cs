using Microsoft.Data.Sqlite;

namespace BriefingBot.Storage.Sqlite.Backups;

/// <summary>Copies an open store, as it is at one moment, into a file of its own, and checks the copy.</summary>
internal static class StoreCopier
{
    /// <summary>
    /// Copies by <c>VACUUM INTO</c>: one read transaction, so whoever writes meanwhile is neither held up nor half in the copy; and row by
    /// row, so what was deleted is not in its free pages.
    /// </summary>
    /// <param name="source">The store.</param>
    /// <param name="path">An empty file.</param>
    /// <param name="progress">Told the share that is done, 0 to 1; may be null.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static void Copy(SqliteSession source, string path, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        long pages = source.ReadLong("PRAGMA page_count") - source.ReadLong("PRAGMA freelist_count");
        double expected = Math.Max(1, pages * source.ReadLong("PRAGMA page_size"));
        FileInfo copy = new(path);
        Interruptible.Run(source, () => source.Execute("VACUUM INTO $1", path), progress is null ? null : Report, cancellationToken);
        progress?.Report(1);

        void Report()
        {
            copy.Refresh();
            progress.Report(Math.Min(1, copy.Length / expected));
        }
    }

    /// <summary>Looks at every page and index: null when the file is sound, otherwise the first damage in SQLite's words.</summary>
    public static string? FindDamage(SqliteSession session, CancellationToken cancellationToken)
    {
        string? found = Interruptible.Run(
            session,
            () => session.Prepare("PRAGMA integrity_check(1)").ExecuteScalar()?.ToString(),
            null,
            cancellationToken
        );
        return found == "ok" ? null : found;
    }

    /// <summary>Opens a copy for what is still to be written to it; closed, it is one file without a log beside it.</summary>
    public static SqliteSession Open(string path)
    {
        SqliteConnectionStringBuilder builder = new()
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        };
        SqliteConnection connection = new(builder.ConnectionString);
        try
        {
            connection.Open();
            SqliteSession session = new(connection);
            session.ExecuteScript("PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;");
            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
