using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;

namespace BriefingBot.Storage.Sql.Chat;

/// <summary>
/// The question journal in the store's file. Every method is one statement or one transaction, so that several processes may share the
/// file.
/// </summary>
public sealed class SqlQuestionJournal(SqlCoverageStore store, TimeProvider clock) : IQuestionJournal
{
    /// <inheritdoc/>
    public Task<bool> TryBeginAsync(ChatQuestion question, string owner, TimeSpan claim, CancellationToken cancellationToken) =>
        store.WriteAsync(s => QuestionRows.Insert(s, question, owner, clock.After(claim)), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChatQuestion>> ClaimUnfinishedAsync(
        IReadOnlyCollection<string> platforms,
        string owner,
        TimeSpan claim,
        TimeSpan maxAge,
        int limit,
        CancellationToken cancellationToken
    ) => store.WriteAsync<IReadOnlyList<ChatQuestion>>(s => Claim(s, platforms, owner, claim, maxAge, limit), cancellationToken);

    /// <inheritdoc/>
    public Task RenewClaimsAsync(
        IReadOnlyCollection<ChatQuestionId> questions,
        string owner,
        TimeSpan claim,
        CancellationToken cancellationToken
    ) =>
        store.WriteAsync(
            s =>
                s.Execute(
                    "UPDATE chat_question SET claimed_until = $2 WHERE state < 2 AND owner = $1 AND id IN (SELECT value FROM "
                        + $"{s.Each("$3")})",
                    owner,
                    clock.After(claim),
                    JsonList.Of([.. questions.Select(static id => id.ToString())])
                ),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task ReleaseClaimsAsync(string owner, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s => s.Execute("UPDATE chat_question SET owner = '', claimed_until = 0 WHERE state < 2 AND owner = $1", owner),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task ReleaseAsync(ChatQuestionId id, string owner, TimeSpan pause, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
                s.Execute(
                    "UPDATE chat_question SET owner = '', claimed_until = $3 WHERE id = $1 AND state < 2 AND owner = $2",
                    id.ToString(),
                    owner,
                    clock.After(pause)
                ),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task PutOffAsync(ChatQuestionId id, string owner, TimeSpan pause, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
                s.Execute(
                    "UPDATE chat_question SET owner = '', claimed_until = $3, attempts = CASE WHEN attempts > 1 THEN attempts - 1 ELSE "
                        + "attempts END WHERE id = $1 AND state < 2 AND owner = $2",
                    id.ToString(),
                    owner,
                    clock.After(pause)
                ),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<JournaledQuestion?> TryStartAsync(ChatQuestionId id, string owner, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
                s.Execute(
                    "UPDATE chat_question SET state = 1, attempts = attempts + 1 WHERE id = $1 AND state < 2 AND owner = $2",
                    id.ToString(),
                    owner
                ) == 1
                    ? QuestionRows.Find(s, id)
                    : null,
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<ChatQuestion?> TryHoldAsync(ChatQuestionId id, string owner, TimeSpan claim, CancellationToken cancellationToken) =>
        store.WriteAsync(s => Hold(s, id, owner, clock.After(claim)), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryReviseAsync(ChatQuestion question, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
                s.Execute(
                    """
                    UPDATE chat_question SET text = $2, kind = $3, about = $4
                    WHERE id = $1 AND state < 2 AND NOT EXISTS (SELECT 1 FROM chat_message WHERE question = $1)
                    """,
                    question.Id.ToString(),
                    question.Text,
                    (int)question.Kind,
                    question.About
                ) == 1,
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<bool> TryWithdrawAsync(ChatQuestionId id, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
                s.Execute(
                    "UPDATE chat_question SET state = 4, owner = '', claimed_until = 0, reply_token = NULL, text = '', "
                        + "about = NULL WHERE id = $1 AND state < 2",
                    id.ToString()
                ) == 1,
            cancellationToken
        );

    /// <inheritdoc/>
    public Task FinishAsync(ChatQuestionId id, QuestionState state, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
                s.Execute(
                    """
                    UPDATE chat_question SET state = $2, owner = '', claimed_until = 0, reply_token = NULL,
                      text = CASE WHEN is_private = 1 OR is_direct = 1 THEN '' ELSE text END, about = CASE WHEN is_private = 1 OR is_direct = 1 THEN NULL ELSE about END
                    WHERE id = $1 AND state < 4
                    """,
                    id.ToString(),
                    (int)state
                ),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<int> AbandonAsync(TimeSpan maxAge, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
                s.Execute(
                    $"UPDATE chat_question SET state = 3, owner = '', reply_token = NULL WHERE state < 2 AND asked < "
                        + $"{Oldest("$1", "$3")} AND claimed_until <= $2",
                    clock.After(-maxAge),
                    clock.Now(),
                    clock.After(-IQuestionJournal.AnnouncementAge)
                ),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task RecordDeliveredAsync(ChatQuestionId id, DeliveredPart part, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
                s.Execute(
                    """
                    INSERT INTO chat_message (question, part, platform, space, channel, message_id)
                    SELECT id, $2, platform, space, channel, $3 FROM chat_question WHERE id = $1
                    ON CONFLICT (question, part) DO UPDATE SET message_id = excluded.message_id
                    """,
                    id.ToString(),
                    part.Part,
                    part.MessageId
                ),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<JournaledQuestion?> FindAsync(ChatQuestionId id, CancellationToken cancellationToken) =>
        store.ReadAsync(s => QuestionRows.Find(s, id), cancellationToken);

    /// <summary>From when on a turn of either sort is still worked on.</summary>
    private static string Oldest(string question, string announcement) =>
        $"CASE WHEN kind = {(int)ChatQuestionKind.Announcement} THEN {announcement} ELSE {question} END";

    private static ChatQuestion? Hold(SqlSession session, ChatQuestionId id, string owner, long until)
    {
        using var row = session
            .Prepare(
                $"UPDATE chat_question SET claimed_until = $3 WHERE id = $1 AND state < 2 AND owner = $2 RETURNING {QuestionRows.Columns}",
                id.ToString(),
                owner,
                until
            )
            .ExecuteReader();
        return row.Read() ? QuestionRows.Read(row) : null;
    }

    private List<ChatQuestion> Claim(
        SqlSession session,
        IReadOnlyCollection<string> platforms,
        string owner,
        TimeSpan claim,
        TimeSpan maxAge,
        int limit
    )
    {
        string oldest = Oldest("$3", "$7");
        List<ChatQuestion> claimed = [];
        using (
            var row = session
                .Prepare(
                    $"""
                    WITH due AS MATERIALIZED (
                      SELECT number FROM chat_question
                      WHERE state < 2 AND asked >= {oldest} AND claimed_until <= $4 AND platform IN (SELECT value FROM {session.Each("$5")})
                      ORDER BY asked, number LIMIT $6 {session.LockingFree})
                    UPDATE chat_question SET owner = $1, claimed_until = $2 WHERE number IN (SELECT number FROM due) RETURNING {QuestionRows.Columns}
                    """,
                    owner,
                    clock.After(claim),
                    clock.After(-maxAge),
                    clock.Now(),
                    JsonList.Of(platforms),
                    limit,
                    clock.After(-IQuestionJournal.AnnouncementAge)
                )
                .ExecuteReader()
        )
        {
            while (row.Read())
            {
                claimed.Add(QuestionRows.Read(row));
            }
        }

        // RETURNING keeps no order.
        return [.. claimed.OrderBy(question => question.Asked)];
    }
}
