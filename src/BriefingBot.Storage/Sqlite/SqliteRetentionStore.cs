using BriefingBot.Core.Chat.Retention;
using BriefingBot.Storage.Sqlite.Chat;

namespace BriefingBot.Storage.Sqlite;

/// <summary>Removes what became old, and what is kept of a person, from the store's file.</summary>
public sealed class SqliteRetentionStore(SqliteCoverageStore store, TimeProvider clock) : IRetentionStore
{
    /// <inheritdoc/>
    public Task<RemovedRecords> PruneAsync(DateTimeOffset? before, DateTimeOffset? auditBefore, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
            {
                using var transaction = s.BeginWrite();
                RemovedRecords removed = new();
                if (before is { } limit)
                {
                    removed = OldRecords.Remove(s, limit.ToUnixTimeMilliseconds(), clock.Now());
                }

                if (auditBefore is { } auditLimit)
                {
                    removed = removed with
                    {
                        AuditEntries = s.Execute("DELETE FROM audit WHERE at < $1", auditLimit.ToUnixTimeMilliseconds()),
                    };
                }

                transaction.Commit();
                return removed;
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<RemovedRecords> ForgetAsync(PersonId person, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
            {
                // What is removed is overwritten too, in the file and, by emptying it, in the log beside it.
                s.ExecuteScript("PRAGMA secure_delete = ON;");
                try
                {
                    RemovedRecords removed;
                    using (var transaction = s.BeginWrite())
                    {
                        removed = PersonRecords.Remove(s, person, clock.Now());
                        transaction.Commit();
                    }

                    s.ExecuteScript("PRAGMA wal_checkpoint(TRUNCATE);");
                    return removed;
                }
                finally
                {
                    s.ExecuteScript("PRAGMA secure_delete = OFF;");
                }
            },
            cancellationToken
        );
}
