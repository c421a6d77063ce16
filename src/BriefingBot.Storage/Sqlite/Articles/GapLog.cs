using BriefingBot.Core.Chat.Retention;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Storage.Sqlite.Articles;

/// <summary>The questions that found no answer.</summary>
internal static class GapLog
{
    /// <summary>Keeps a question, or counts it once more: case and white space do not make another question.</summary>
    public static void Record(SqliteSession session, string question, string? asker, DateTimeOffset asked)
    {
        string trimmed = question.Trim();
        string folded = Fold(trimmed);
        using var transaction = session.BeginWrite();
        session.Execute(
            """
            INSERT INTO gap (folded, question, asked, times) VALUES ($1, $2, $3, 1)
            ON CONFLICT DO UPDATE SET times = times + 1, question = excluded.question, asked = max(asked, excluded.asked)
            """,
            folded,
            trimmed,
            asked.ToUnixTimeMilliseconds()
        );
        if (asker is not null)
        {
            session.Execute(
                "INSERT INTO gap_asker (folded, asker, times) VALUES ($1, $2, 1) ON CONFLICT DO UPDATE SET times = times + 1",
                folded,
                asker
            );
        }

        transaction.Commit();
    }

    /// <summary>The questions of a person, as gaps keep them apart.</summary>
    public static IReadOnlyCollection<string> FoldedQuestionsOf(SqliteSession session, PersonId person)
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
            folded.Add(Fold(SqliteText.Read(reader, 0)!));
        }

        return folded;
    }

    /// <summary>The latest gaps.</summary>
    public static List<KnowledgeGap> List(SqliteSession session, int limit)
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
