using BriefingBot.Core.Chat.Retention;

namespace BriefingBot.Storage.Sql;

/// <summary>Removes what became old, and what is kept of a person, from the store's file.</summary>
public sealed class SqlRetentionStore(SqlCoverageStore store, TimeProvider clock) : IRetentionStore
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
        store.EraseAsync(
            s =>
            {
                using var transaction = s.BeginWrite();
                var removed = PersonRecords.Remove(s, person, clock.Now());
                transaction.Commit();
                return removed;
            },
            cancellationToken
        );
}
