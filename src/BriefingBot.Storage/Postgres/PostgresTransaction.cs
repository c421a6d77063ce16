using BriefingBot.Storage.Sql;
using Npgsql;

namespace BriefingBot.Storage.Postgres;

/// <summary>A transaction of a session.</summary>
internal sealed class PostgresTransaction(NpgsqlTransaction transaction) : SqlTransaction
{
    /// <inheritdoc/>
    public override void Commit() => transaction.Commit();

    /// <inheritdoc/>
    public override void Dispose()
    {
        try
        {
            transaction.Dispose();
        }
        catch (NpgsqlException)
        {
            // A broken connection rolls back by itself, and what broke it was thrown already.
        }
    }
}
