using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BriefingBot.Storage.Sqlite;

/// <summary>One open connection with its prepared statements. Used by one caller at a time.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    /// <summary>For Dapper.</summary>
    public SqliteConnection Connection => connection;

    /// <summary>The last <c>PRAGMA data_version</c> that was acted on; -1 before the first.</summary>
    public long DataVersion { get; set; } = -1;

    /// <summary>
    /// The prepared statement with its parameters <c>$1</c>, <c>$2</c>... set. A reader over it must be closed before the same text is
    /// prepared again.
    /// </summary>
    public SqliteCommand Prepare(string sql, params ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text comes from this project; values are always parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (int i = 0; i < values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter($"${i + 1}", null));
            }

            _prepared.Add(sql, command);
        }

        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    /// <summary>Runs an INSERT.</summary>
    /// <returns>The new row's number.</returns>
    public long Insert(string sql, params ReadOnlySpan<object?> values)
    {
        Prepare(sql, values).ExecuteNonQuery();
        return raw.sqlite3_last_insert_rowid(connection.Handle);
    }

    /// <summary>The first column of the first row; 0 when there is none.</summary>
    public long ReadLong(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteScalar() is long value ? value : 0;

    /// <summary>Runs several statements that are used once.</summary>
    public void ExecuteScript(string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text comes from this project.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>Takes the write lock; what is not committed is rolled back.</summary>
    public SqliteTransactionScope BeginWrite() => new(this, "BEGIN IMMEDIATE");

    /// <summary>All statements until the end see one state of the store.</summary>
    public SqliteTransactionScope BeginRead() => new(this, "BEGIN");

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
    }
}
