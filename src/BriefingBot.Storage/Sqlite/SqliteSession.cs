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
    public override string ByteOrder => "BINARY";

    /// <inheritdoc/>
    public override long ReadLastNumber(string table, string column) =>
        ReadLong("SELECT seq FROM sqlite_sequence WHERE name = $1", table) is var last and not 0
            ? last
            : ReadLong($"SELECT max(\"{column}\") FROM {table}");

    /// <summary>Rows that are added with them move the counter on.</summary>
    /// <inheritdoc/>
    public override long TakeNumbers(string table, string column, int count) => ReadLastNumber(table, column) + 1;

    /// <summary>Tables without such a counter give the number after their greatest.</summary>
    /// <inheritdoc/>
    public override void SetLastNumber(string table, string column, long number) =>
        Execute("UPDATE sqlite_sequence SET seq = $2 WHERE name = $1", table, number);

    /// <inheritdoc/>
    public override IReadOnlyList<TableColumn> ReadColumns(string table)
    {
        List<TableColumn> columns = [];
        using var row = Prepare("SELECT name, type FROM pragma_table_info($1)", table).ExecuteReader();
        while (row.Read())
        {
            columns.Add(new TableColumn(row.GetString(0), KindOf(row.GetString(1))));
        }

        return columns;
    }

    /// <inheritdoc/>
    public override void InsertRows(string table, IReadOnlyList<TableColumn> columns, IEnumerable<object?[]> rows)
    {
        string names = string.Join(", ", columns.Select(static column => column.Quoted));
        string values = string.Join(", ", columns.Select(static (_, i) => $"${i + 1}"));
        string insert = $"INSERT INTO {table} ({names}) VALUES ({values})";
        foreach (var row in rows)
        {
            Execute(insert, row);
        }
    }

    /// <inheritdoc/>
    public override void CheckReferencesLate() => Execute("PRAGMA defer_foreign_keys = ON");

    /// <inheritdoc/>
    public override int ReadSchemaVersion() => (int)ReadLong("PRAGMA user_version");

    private static ColumnKind KindOf(string type) =>
        type switch
        {
            "INTEGER" => ColumnKind.LongInteger,
            "REAL" => ColumnKind.Real,
            "TEXT" => ColumnKind.Text,
            _ => ColumnKind.Bytes,
        };

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
