using BriefingBot.Core.Chat.Retention;
using BriefingBot.Storage.Sql.Articles;

namespace BriefingBot.Storage.Sql;

/// <summary>All that is kept of a person.</summary>
internal static class PersonRecords
{
    /// <summary>What stands in the audit log in place of the person.</summary>
    public const string Forgotten = "forgotten";

    // The front writes an asker as platform:space:user; the space may be empty.
    private const string IsAsker =
        "substr(asker, 1, length($1) + 1) = $1 || ':' AND substr(asker, length(asker) - length($2), length($2) + 1) = ':' || $2";
    private const string IsFree = "platform = $1 AND user_id = $2 AND (state >= 2 OR claimed_until <= $3)";

    /// <summary>Removes it within the running transaction; now is in Unix milliseconds.</summary>
    public static RemovedRecords Remove(SqlSession session, PersonId person, long now)
    {
        // First, while the person's questions still tell which gaps are theirs.
        int gaps = RemoveGaps(session, person);
        session.Execute(
            """
            DELETE FROM platform_state WHERE platform = $1
              AND key IN (SELECT 'direct/' || channel FROM chat_question WHERE platform = $1 AND user_id = $2 AND is_direct = 1)
            """,
            person.Platform,
            person.User
        );
        session.Execute(
            $"DELETE FROM chat_message WHERE question IN (SELECT id FROM chat_question WHERE {IsFree})",
            person.Platform,
            person.User,
            now
        );
        int questions = session.Execute($"DELETE FROM chat_question WHERE {IsFree}", person.Platform, person.User, now);
        return new RemovedRecords
        {
            Gaps = gaps,
            Questions = questions,
            Answers = session.Execute("DELETE FROM answer WHERE platform = $1 AND user_id = $2", person.Platform, person.User),
            Votes = session.Execute(
                "DELETE FROM vote WHERE user_id = $2 AND answer IN (SELECT id FROM answer WHERE platform = $1)",
                person.Platform,
                person.User
            ),
            ModelUses = session.Execute($"DELETE FROM model_use WHERE {IsAsker}", person.Platform, person.User),
            Subscriptions = RemoveSubscriptions(session, person),
            AuditEntries = session.Execute(
                "UPDATE audit SET user_id = $3 WHERE platform = $1 AND user_id = $2",
                person.Platform,
                person.User,
                Forgotten
            ),
            Pending = (int)
                session.ReadLong("SELECT count(*) FROM chat_question WHERE platform = $1 AND user_id = $2", person.Platform, person.User),
        };
    }

    /// <summary>The person's own go; those that the person set for a channel are the channel's.</summary>
    private static int RemoveSubscriptions(SqlSession session, PersonId person)
    {
        int removed =
            session.Execute("DELETE FROM briefing_schedule WHERE platform = $1 AND person = $2", person.Platform, person.User)
            + session.Execute(
                "DELETE FROM follow WHERE follower IN (SELECT number FROM follower WHERE platform = $1 AND person = $2)",
                person.Platform,
                person.User
            );
        session.Execute("DELETE FROM follower WHERE platform = $1 AND person = $2", person.Platform, person.User);
        session.Execute(
            "UPDATE briefing_schedule SET made_by = $3 WHERE platform = $1 AND made_by = $2",
            person.Platform,
            person.User,
            Forgotten
        );
        session.Execute(
            "UPDATE follow SET made_by = $3 WHERE made_by = $2 AND follower IN (SELECT number FROM follower WHERE platform = $1)",
            person.Platform,
            person.User,
            Forgotten
        );
        session.Execute("UPDATE follower SET made_by = $3 WHERE platform = $1 AND made_by = $2", person.Platform, person.User, Forgotten);
        return removed;
    }

    /// <summary>A gap that others had as well stays, without this person's part in it.</summary>
    private static int RemoveGaps(SqlSession session, PersonId person)
    {
        session.Execute(
            $"UPDATE gap SET times = times - (SELECT sum(a.times) FROM gap_asker a WHERE a.folded = gap.folded AND "
                + $"{IsAsker}) WHERE folded IN (SELECT folded FROM gap_asker WHERE {IsAsker})",
            person.Platform,
            person.User
        );
        session.Execute($"DELETE FROM gap_asker WHERE {IsAsker}", person.Platform, person.User);
        int removed = session.Execute("DELETE FROM gap WHERE times <= 0");

        // Gaps of stores from before the askers were kept are known by the words alone.
        foreach (string folded in GapLog.FoldedQuestionsOf(session, person))
        {
            removed += session.Execute(
                "DELETE FROM gap WHERE folded = $1 AND NOT EXISTS (SELECT 1 FROM gap_asker a WHERE a.folded = gap.folded)",
                folded
            );
        }

        return removed;
    }
}
