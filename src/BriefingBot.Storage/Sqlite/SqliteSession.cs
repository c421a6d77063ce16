using BriefingBot.Storage.Sql;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Storage.Sqlite;

/// <summary>One open connection with its prepared statements. Used by one caller at a time.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : SqlSession
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    /// <summary>The connection.</summary>
    public SqliteConnection Connection => connection;

    /// <summary>The last <c>PRAGMA data_version</c> that was acted on; -1 before the first.</summary>
    public long DataVersion { get; set; } = -1;

    /// <summary>
    /// The prepared statement with its parameters <c>$1</c>, <c>$2</c>... set. A reader over it must be closed before the same text is
    /// prepared again.
    /// </summary>
    public override SqliteCommand Prepare(string sql, params ReadOnlySpan<object?> values)
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

    /// <summary>Runs several statements that are used once.</summary>
    public void ExecuteScript(string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text comes from this project.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public override string Each(string list) => $"json_each({list})";

    /// <summary>Nothing: one process writes at a time.</summary>
    /// <inheritdoc/>
    public override string LockingFree => "";

    /// <summary>Takes the lock of the file, whatever the turn: one process writes at a time.</summary>
    /// <inheritdoc/>
    public override SqlTransaction BeginWrite(WriteTurn turn = WriteTurn.None) => new SqliteTransactionScope(this, "BEGIN IMMEDIATE");

    /// <inheritdoc/>
    public override SqlTransaction BeginRead() => new SqliteTransactionScope(this, "BEGIN");

    /// <inheritdoc/>
    public override long ReadLastPassageKey() => ReadLong("SELECT seq FROM sqlite_sequence WHERE name = 'passage'");

    /// <inheritdoc/>
    public override int ReadSchemaVersion() => (int)ReadLong("PRAGMA user_version");

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
    }
}
