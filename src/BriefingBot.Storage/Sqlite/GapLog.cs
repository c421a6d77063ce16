using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Storage.Sqlite;

/// <summary>The questions that found no answer.</summary>
internal static class GapLog
{
    /// <summary>Keeps a question, or counts it once more: case and white space do not make another question.</summary>
    public static void Record(SqliteSession session, string question, DateTimeOffset asked)
    {
        string trimmed = question.Trim();
        string folded = string.Join(' ', trimmed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        session.Execute(
            """
            INSERT INTO gap (folded, question, asked, times) VALUES ($1, $2, $3, 1)
            ON CONFLICT DO UPDATE SET times = times + 1, question = excluded.question, asked = max(asked, excluded.asked)
            """,
            folded, trimmed, asked.ToUnixTimeMilliseconds());
    }

    /// <summary>The latest gaps.</summary>
    public static List<KnowledgeGap> List(SqliteSession session, int limit)
    {
        List<KnowledgeGap> gaps = [];
        using var reader = session.Prepare(
            "SELECT question, asked, times FROM gap ORDER BY asked DESC, folded LIMIT $1", Math.Max(limit, 0)).ExecuteReader();
        while (reader.Read())
        {
            gaps.Add(new KnowledgeGap(reader.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1)), reader.GetInt32(2)));
        }

        return gaps;
    }
}
