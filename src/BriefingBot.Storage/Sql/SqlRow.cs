using System.Data.Common;
using System.Text;
using System.Text.Unicode;
using BriefingBot.Storage.Postgres;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BriefingBot.Storage.Sql;

/// <summary>Reads the columns of the row that a reader stands on.</summary>
internal static class SqlRow
{
    /// <summary>
    /// A text, whole; null for NULL. <see cref="SqliteDataReader.GetString"/> stops at a NUL, which would shift every offset after it.
    /// </summary>
    public static string? ReadText(this DbDataReader row, int column) =>
        row is not SqliteDataReader sqlite ? (row.IsDBNull(column) ? null : PostgresValue.Read(row.GetString(column)))
        : raw.sqlite3_column_type(sqlite.Handle, column) == raw.SQLITE_NULL ? null
        : Encoding.UTF8.GetString(raw.sqlite3_column_blob(sqlite.Handle, column));

    /// <summary>The first UTF-16 units of a text that is not NULL, as many as there is room for and the text has.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="room">Gets them. Must not end within a pair of surrogates: one that ends there is left out.</param>
    public static ReadOnlySpan<char> ReadStart(this DbDataReader row, int column, Span<char> room)
    {
        if (row is SqliteDataReader sqlite)
        {
            Utf8.ToUtf16(raw.sqlite3_column_blob(sqlite.Handle, column), room, out _, out int written);
            return room[..written];
        }

        string text = PostgresValue.Read(row.GetString(column));
        int length = Math.Min(text.Length, room.Length);
        text.AsSpan(0, length).CopyTo(room);
        return room[..length];
    }

    /// <summary>A flag, 0 or 1.</summary>
    public static bool ReadFlag(this DbDataReader row, int column) => row.GetInt32(column) != 0;

    /// <summary>Bytes.</summary>
    public static byte[] ReadBytes(this DbDataReader row, int column) => row.GetFieldValue<byte[]>(column);
}
