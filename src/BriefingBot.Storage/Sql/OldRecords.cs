using BriefingBot.Core.Chat.Retention;

namespace BriefingBot.Storage.Sql;

/// <summary>What people asked, and what came of it, once it is old.</summary>
internal static class OldRecords
{
    /// <summary>Removes what is of before a time (both in Unix milliseconds) within the running transaction.</summary>
    public static RemovedRecords Remove(SqlSession session, long before, long now)
    {
        session.Execute(
            "DELETE FROM chat_message WHERE question IN (SELECT id FROM chat_question WHERE asked < $1 AND (state >= 2 "
                + "OR claimed_until <= $2))",
            before,
            now
        );
        return new RemovedRecords
        {
            Questions = session.Execute("DELETE FROM chat_question WHERE asked < $1 AND (state >= 2 OR claimed_until <= $2)", before, now),
            Answers = session.Execute("DELETE FROM answer WHERE answered < $1", before),
            Votes = session.Execute("DELETE FROM vote WHERE voted < $1", before),
            Gaps = session.Execute("DELETE FROM gap WHERE asked < $1", before),
            ModelUses = session.Execute("DELETE FROM model_use WHERE at < $1", before),
        };
    }
}
