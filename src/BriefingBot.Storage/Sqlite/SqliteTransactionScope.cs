using BriefingBot.Storage.Sql;
using SQLitePCL;

namespace BriefingBot.Storage.Sqlite;

/// <summary>A transaction that is rolled back unless <see cref="Commit"/> was reached.</summary>
internal sealed class SqliteTransactionScope : SqlTransaction
{
    private readonly SqliteSession _session;

    public SqliteTransactionScope(SqliteSession session, string begin)
    {
        _session = session;
        session.Execute(begin);
    }

    public override void Commit() => _session.Execute("COMMIT");

    /// <inheritdoc/>
    public override void Dispose()
    {
        // A full disk has SQLite roll back by itself.
        if (raw.sqlite3_get_autocommit(_session.Connection.Handle) == 0)
        {
            _session.Execute("ROLLBACK");
        }
    }
}
