using BriefingBot.Core.Chat.Retention;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Storage.Sql.Articles;

/// <summary>The questions that found no answer.</summary>
internal static class GapLog
{
    /// <summary>Keeps a question, or counts it once more: case and white space do not make another question.</summary>
    public static void Record(SqlSession session, string question, string? asker, DateTimeOffset asked)
    {
        string trimmed = question.Trim();
        string folded = Fold(trimmed);
        using var transaction = session.BeginWrite();
        session.Execute(
            """
            INSERT INTO gap AS g (folded, question, asked, times) VALUES ($1, $2, $3, 1)
            ON CONFLICT (folded) DO UPDATE SET times = g.times + 1, question = excluded.question, asked = CASE WHEN g.asked > excluded.asked THEN g.asked ELSE excluded.asked END
            """,
            folded,
            trimmed,
            asked.ToUnixTimeMilliseconds()
        );
        if (asker is not null)
        {
            session.Execute(
                "INSERT INTO gap_asker AS g (folded, asker, times) VALUES ($1, $2, 1) "
                    + "ON CONFLICT (folded, asker) DO UPDATE SET times = g.times + 1",
                folded,
                asker
            );
        }

        transaction.Commit();
    }

    /// <summary>The questions of a person, as gaps keep them apart.</summary>
    public static IReadOnlyCollection<string> FoldedQuestionsOf(SqlSession session, PersonId person)
    {
        HashSet<string> folded = new(StringComparer.Ordinal);
        using var reader = session
            .Prepare(
                """
                SELECT text FROM chat_question WHERE platform = $1 AND user_id = $2 UNION SELECT question_text FROM answer WHERE platform = $1 AND user_id = $2
                """,
                person.Platform,
                person.User
            )
            .ExecuteReader();
        while (reader.Read())
        {
            folded.Add(Fold(reader.ReadText(0)!));
        }

        return folded;
    }

    /// <summary>The latest gaps.</summary>
    public static List<KnowledgeGap> List(SqlSession session, int limit)
    {
        List<KnowledgeGap> gaps = [];
        using var reader = session
            .Prepare("SELECT question, asked, times FROM gap ORDER BY asked DESC, folded LIMIT $1", Math.Max(limit, 0))
            .ExecuteReader();
        while (reader.Read())
        {
            gaps.Add(
                new KnowledgeGap(reader.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1)), reader.GetInt32(2))
            );
        }

        return gaps;
    }

    private static string Fold(string question) =>
        string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}
