using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BriefingBot.Storage.Sqlite;

/// <summary>
/// Reads text columns whole: <see cref="SqliteDataReader.GetString"/> stops at a NUL, which would shift every offset after it.
/// </summary>
internal static class SqliteText
{
    /// <summary>The text of a column of the row that the reader stands on; null for NULL.</summary>
    public static string? Read(SqliteDataReader row, int column) =>
        raw.sqlite3_column_type(row.Handle, column) == raw.SQLITE_NULL
            ? null
            : Encoding.UTF8.GetString(raw.sqlite3_column_blob(row.Handle, column));
}
