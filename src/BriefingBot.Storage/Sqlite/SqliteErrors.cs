using BriefingBot.Core.Retrieval.Store;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BriefingBot.Storage.Sqlite;

/// <summary>Says in one line what a database error means for the person who runs the bot.</summary>
internal static class SqliteErrors
{
    /// <summary>The StoreException for what SQLite reported about the file.</summary>
    public static StoreException Explain(SqliteException exception, string path) =>
        new(
            exception.SqliteErrorCode switch
            {
                raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB =>
                    $"The store '{path}' is damaged: restore it from a backup, or move it away and index again.",
                raw.SQLITE_FULL => $"No room left for the store '{path}': free space on the disk or raise its size limit, then run "
                    + $"again; what was stored before is kept.",
                raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => ReadOnlyText(path),
                raw.SQLITE_CANTOPEN =>
                    $"The store '{path}' cannot be opened: check that its folder exists and may be written by this user.",
                raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
                    $"The store '{path}' is in use by another process that did not release it in time: let it finish, then run again.",
                raw.SQLITE_IOERR => $"Reading or writing the store '{path}' failed ({exception.Message}): check the disk, then run again.",
                _ => $"The store '{path}' failed: {exception.Message}",
            },
            exception
        );

    /// <summary>Why nothing can be stored.</summary>
    public static string ReadOnlyText(string path) =>
        $"The store '{path}' can be read but not written: make the file and its folder writable by this user.";
}
