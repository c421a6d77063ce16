using System.Text.Json;
using BriefingBot.Core.Conversations.Kept;

namespace BriefingBot.Storage.Sql.Kept;

/// <summary>Kept answers in the store's database.</summary>
public sealed class SqlKeptAnswerStore(SqlCoverageStore store) : IKeptAnswerStore
{
    private static readonly TimeSpan AtHand = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public Task SaveAsync(KeptAnswer answer, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
            {
                using var transaction = s.BeginWrite();
                s.Execute(
                    "DELETE FROM kept_answer WHERE is_kept = 0 AND answered < $1",
                    (answer.Answered - AtHand).ToUnixTimeMilliseconds()
                );
                s.Execute(
                    "INSERT INTO kept_answer (id, answered, is_kept, answer) VALUES ($1, $2, 0, $3)",
                    answer.Id.Value,
                    answer.Answered.ToUnixTimeMilliseconds(),
                    JsonSerializer.Serialize(KeptColumn.From(answer), KeptJsonContext.Default.KeptColumn)
                );
                transaction.Commit();
                return true;
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<bool> KeepAsync(KeptAnswerId id, CancellationToken cancellationToken) =>
        store.WriteAsync(s => s.Execute("UPDATE kept_answer SET is_kept = 1 WHERE id = $1", id.Value) == 1, cancellationToken);

    /// <inheritdoc/>
    public Task<KeptAnswer?> FindAsync(KeptAnswerId id, CancellationToken cancellationToken) =>
        store.ReadAsync(s => Find(s, id), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(KeptAnswerId id, CancellationToken cancellationToken) =>
        store.EraseAsync(s => s.Execute("DELETE FROM kept_answer WHERE id = $1", id.Value) == 1, cancellationToken);

    private static KeptAnswer? Find(SqlSession session, KeptAnswerId id)
    {
        using var row = session.Prepare("SELECT answered, answer FROM kept_answer WHERE id = $1 AND is_kept = 1", id.Value).ExecuteReader();
        return row.Read()
            ? JsonSerializer.Deserialize(row.ReadText(1)!, KeptJsonContext.Default.KeptColumn)!.ToAnswer(id, SqlTime.Read(row.GetInt64(0)))
            : null;
    }
}
