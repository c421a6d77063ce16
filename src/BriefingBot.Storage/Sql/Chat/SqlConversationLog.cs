using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Journal;

namespace BriefingBot.Storage.Sql.Chat;

/// <summary>Answers, turns and votes in the store's file.</summary>
public sealed class SqlConversationLog(SqlCoverageStore store, TimeProvider clock) : IConversationLog
{
    /// <inheritdoc/>
    public Task SaveAnswerAsync(ChatAnswer answer, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
            {
                using var transaction = s.BeginWrite();
                AnswerRows.Save(s, answer);
                transaction.Commit();
                return true;
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<ChatAnswer?> FindAnswerAsync(AnswerId id, CancellationToken cancellationToken) =>
        store.ReadAsync(
            s =>
            {
                using var transaction = s.BeginRead();
                return AnswerRows.Find(s, id);
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<ConversationTurn>> ReadTurnsAsync(
        ConversationId conversation,
        int limit,
        CancellationToken cancellationToken
    ) => store.ReadAsync<IReadOnlyList<ConversationTurn>>(s => ReadTurns(s, conversation, limit), cancellationToken);

    /// <inheritdoc/>
    public Task<ConversationId?> FindConversationAsync(ChatAddress place, string messageId, CancellationToken cancellationToken) =>
        store.ReadAsync(s => FindConversation(s, place, messageId), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> VoteAsync(AnswerId answer, string userId, FeedbackVote vote, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s =>
                s.Execute(
                    """
                    INSERT INTO vote (answer, user_id, vote, voted) SELECT id, $2, $3, $4 FROM answer WHERE id = $1
                    ON CONFLICT (answer, user_id) DO UPDATE SET vote = excluded.vote, voted = excluded.voted, reason = 0, words = NULL
                    """,
                    answer.Value,
                    userId,
                    (int)vote,
                    clock.Now()
                ) == 1,
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<bool> ExplainVoteAsync(
        AnswerId answer,
        string userId,
        VoteReason reason,
        string? words,
        CancellationToken cancellationToken
    ) =>
        store.WriteAsync(
            s =>
                s.Execute(
                    """
                    INSERT INTO vote (answer, user_id, vote, voted, reason, words) SELECT id, $2, $3, $4, $5, $6 FROM answer WHERE id = $1
                    ON CONFLICT (answer, user_id) DO UPDATE SET vote = excluded.vote, voted = excluded.voted, reason = excluded.reason, words = excluded.words
                    """,
                    answer.Value,
                    userId,
                    (int)FeedbackVote.NotHelpful,
                    clock.Now(),
                    (int)reason,
                    words
                ) == 1,
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<FeedbackCount> CountVotesAsync(AnswerId answer, CancellationToken cancellationToken) =>
        store.ReadAsync(
            s =>
            {
                int helpful = (int)s.ReadLong("SELECT count(*) FROM vote WHERE answer = $1 AND vote = 1", answer.Value);
                int all = (int)s.ReadLong("SELECT count(*) FROM vote WHERE answer = $1", answer.Value);
                return new FeedbackCount(helpful, all - helpful);
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<bool> TrySetSharedAsync(AnswerId answer, bool shared, CancellationToken cancellationToken) =>
        store.WriteAsync(
            s => s.Execute("UPDATE answer SET is_shared = $2 WHERE id = $1 AND is_shared <> $2", answer.Value, shared ? 1 : 0) == 1,
            cancellationToken
        );

    private static List<ConversationTurn> ReadTurns(SqlSession session, ConversationId conversation, int limit)
    {
        List<ConversationTurn> turns = [];
        using var row = session
            .Prepare(
                "SELECT question_text, id, user_id FROM answer WHERE conversation = $1 ORDER BY number DESC LIMIT $2",
                conversation.Value,
                Math.Max(limit, 0)
            )
            .ExecuteReader();
        while (row.Read())
        {
            turns.Add(new ConversationTurn(row.ReadText(0)!, AnswerId.Parse(row.GetString(1)), row.GetString(2)));
        }

        turns.Reverse();
        return turns;
    }

    private static ConversationId? FindConversation(SqlSession session, ChatAddress place, string messageId)
    {
        using var row = session
            .Prepare(
                """
                SELECT a.conversation FROM chat_message m JOIN answer a ON a.question = m.question
                WHERE m.platform = $1 AND m.channel = $3 AND m.message_id = $4 AND m.space IS NOT DISTINCT FROM $2 LIMIT 1
                """,
                place.Platform,
                place.Space,
                place.Channel,
                messageId
            )
            .ExecuteReader();
        return row.Read() ? new ConversationId(row.GetString(0)) : null;
    }
}
