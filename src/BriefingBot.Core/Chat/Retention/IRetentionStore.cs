using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Chat.Retention;

/// <summary>Removes from the store what people asked and what came of it. Articles and settings of channels stay. Thread-safe.</summary>
public interface IRetentionStore
{
    /// <summary>Removes what is older. A question that somebody works on stays.</summary>
    /// <param name="before">Of gaps, questions, answers, votes and uses of the model; null keeps them for ever.</param>
    /// <param name="auditBefore">Of the audit log; null keeps it for ever.</param>
    /// <param name="cancellationToken">Ends the wait for other changes.</param>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    Task<RemovedRecords> PruneAsync(DateTimeOffset? before, DateTimeOffset? auditBefore, CancellationToken cancellationToken);

    /// <summary>
    /// Removes all that is kept of a person, beyond recovery from the file; the audit log keeps what was done, without who did it. A
    /// question that is being answered stays and is counted in <see cref="RemovedRecords.Pending"/>: it can be removed a moment later.
    /// </summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    Task<RemovedRecords> ForgetAsync(PersonId person, CancellationToken cancellationToken);
}
