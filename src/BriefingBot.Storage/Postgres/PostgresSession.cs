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
                Execute("SELECT pg_advisory_xact_lock($1, $2)", locks, (int)turn);
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
    public override long ReadLastPassageKey() => ReadLong("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM passage_key_seq");

    /// <inheritdoc/>
    public override int ReadSchemaVersion() => (int)ReadLong("SELECT version FROM store_schema");

    /// <inheritdoc/>
    public override void Dispose() => _connection?.Dispose();

    private NpgsqlConnection Connect() => _connection ??= source.OpenConnection();
}
