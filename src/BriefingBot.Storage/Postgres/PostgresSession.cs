using System.Data;
using BriefingBot.Storage.Sql;
using Npgsql;

namespace BriefingBot.Storage.Postgres;

/// <summary>
/// A session that takes a connection from the pool when it is first needed: searches often need none. Statements that come again are
/// prepared by the driver.
/// </summary>
internal sealed class PostgresSession(NpgsqlDataSource source, int locks) : SqlSession
{
    private const int RowsAStatement = 1000;

    private NpgsqlConnection? _connection;

    /// <inheritdoc/>
    public override NpgsqlCommand Prepare(string sql, params ReadOnlySpan<object?> values)
    {
        var command = Connect().CreateCommand();
#pragma warning disable CA2100 // Every text comes from this project; values are always parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (object? value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = PostgresValue.Of(value) });
        }

        return command;
    }

    /// <inheritdoc/>
    public override string Each(string list) => $"json_array_elements_text(CAST({list} AS json))";

    /// <inheritdoc/>
    public override string LockingFree => "FOR UPDATE SKIP LOCKED";

    /// <inheritdoc/>
    public override SqlTransaction BeginRead() => new PostgresTransaction(Connect().BeginTransaction(IsolationLevel.RepeatableRead));

    /// <inheritdoc/>
    public override SqlTransaction BeginWrite(WriteTurn turn = WriteTurn.None)
    {
        PostgresTransaction transaction = new(Connect().BeginTransaction(IsolationLevel.ReadCommitted));
        if (turn != WriteTurn.None)
        {
            try
            {
                using var command = Prepare("SELECT pg_advisory_xact_lock($1, $2)", locks, (int)turn);
                command.CommandTimeout = turn == WriteTurn.SearchIndexes ? 0 : command.CommandTimeout;
                command.ExecuteNonQuery();
            }
            catch
            {
                transaction.Dispose();
                throw;
            }
        }

        return transaction;
    }

    /// <inheritdoc/>
    public override string ByteOrder => "\"C\"";

    /// <inheritdoc/>
    public override long ReadLastNumber(string table, string column) =>
        ReadLong($"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {table}_{column}_seq");

    /// <inheritdoc/>
    public override long TakeNumbers(string table, string column, int count) =>
        ReadLong($"SELECT setval('{table}_{column}_seq', nextval('{table}_{column}_seq') + $1 - 1) - $1 + 1", count);

    /// <inheritdoc/>
    public override void SetLastNumber(string table, string column, long number) =>
        Execute($"SELECT setval('{table}_{column}_seq', $1, {(number > 0 ? "true" : "false")})", Math.Max(number, 1));

    /// <inheritdoc/>
    public override IReadOnlyList<TableColumn> ReadColumns(string table)
    {
        List<TableColumn> columns = [];
        using var row = Prepare(
                """
                SELECT column_name::text, data_type::text FROM information_schema.columns
                WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position
                """,
                table
            )
            .ExecuteReader();
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
        foreach (var some in rows.Chunk(RowsAStatement))
        {
            using var command = Prepare($"INSERT INTO {table} ({names}) SELECT * FROM unnest({values})");
            for (int i = 0; i < columns.Count; i++)
            {
                command.Parameters.Add(PostgresColumn.Of(columns[i].Kind, [.. some.Select(row => row[i])]));
            }

            command.ExecuteNonQuery();
        }
    }

    /// <inheritdoc/>
    public override void CheckReferencesLate() => Execute("SET CONSTRAINTS ALL DEFERRED");

    /// <inheritdoc/>
    public override int ReadSchemaVersion() => (int)ReadLong("SELECT version FROM store_schema");

    /// <summary>Has the driver look again which types the database has, for an extension that was made since.</summary>
    public void ReloadTypes() => Connect().ReloadTypes();

    /// <inheritdoc/>
    public override void Dispose() => _connection?.Dispose();

    private static ColumnKind KindOf(string type) =>
        type switch
        {
            "integer" => ColumnKind.Integer,
            "bigint" => ColumnKind.LongInteger,
            "real" => ColumnKind.Real,
            "text" => ColumnKind.Text,
            _ => ColumnKind.Bytes,
        };

    private NpgsqlConnection Connect() => _connection ??= source.OpenConnection();
}
