using BriefingBot.Core.Retrieval.Store;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BriefingBot.Storage.Sqlite.Backups;

/// <summary>
/// Says in one line what stopped a backup or a restore: which of the two files it was, that nothing was left, and what to do.
/// </summary>
internal static class BackupErrors
{
    /// <summary>What stopped a backup of the store at <paramref name="store"/> into <paramref name="target"/>.</summary>
    public static StoreException OfBackup(Exception exception, string store, string target) =>
        exception switch
        {
            SqliteException { SqliteErrorCode: raw.SQLITE_FULL } => new(
                $"No room left for the backup '{target}': free space there, or name a file on another disk; nothing was left behind.",
                exception
            ),
            SqliteException { SqliteErrorCode: raw.SQLITE_IOERR } => new(
                $"Reading the store '{store}' or writing the backup '{target}' failed ({exception.Message}): check both "
                    + $"disks, then run again; nothing was left behind.",
                exception
            ),
            SqliteException damaged => SqliteErrors.Explain(damaged, store),
            _ => new(
                $"The backup '{target}' cannot be written ({exception.Message}): check the folder and the room on its disk, "
                    + $"or name another file; nothing was left behind.",
                exception
            ),
        };

    /// <summary>What stopped the restore of <paramref name="file"/> into the store at <paramref name="store"/>.</summary>
    public static StoreException OfRestore(Exception exception, string file, string store) =>
        exception switch
        {
            SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB } => Damaged(file, exception.Message),
            SqliteException { SqliteErrorCode: raw.SQLITE_FULL } => new(
                $"No room left for the store '{store}': free space on its disk, then run again; nothing was restored.",
                exception
            ),
            SqliteException { SqliteErrorCode: raw.SQLITE_CANTOPEN or raw.SQLITE_PERM } => new(
                $"The backup '{file}' cannot be opened: check that this user may read it.",
                exception
            ),
            _ => new(
                $"Reading the backup '{file}' or writing the store '{store}' failed ({exception.Message}): check that this "
                    + $"user may read the one and write the other, then run again; nothing was restored.",
                exception
            ),
        };

    /// <summary>The backup is no use.</summary>
    public static StoreException Damaged(string file, string how) =>
        new($"The backup '{file}' is damaged or cut off ({how}): nothing was restored; take another backup.");
}
