using System.Data.Common;
using System.Runtime.InteropServices;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Stories;

namespace BriefingBot.Storage.Sql.Stories;

/// <summary>Reads what stories are decided from.</summary>
internal static class StoryNodeReader
{
    public static StoryWork ReadWork(SqlSession session)
    {
        using var transaction = session.BeginRead();
        List<(ArticleId, long)> unlinked = [];
        using (
            var reader = session
                .Prepare(
                    """
                    SELECT a.id, a.changed FROM article a LEFT JOIN story_article s ON s.article = a.number
                    WHERE a.is_current = 1 AND (s.article IS NULL OR s.changed <> a.changed) ORDER BY a.number
                    """
                )
                .ExecuteReader()
        )
        {
            while (reader.Read())
            {
                unlinked.Add((ArticleId.Parse(reader.GetString(0)), reader.GetInt64(1)));
            }
        }

        List<ArticleId> ungrouped = [];
        using (
            var reader = session
                .Prepare(
                    "SELECT a.id FROM story_article s JOIN article a ON a.number = s.article WHERE s.is_grouped = 0 "
                        + "AND a.is_current = 1 ORDER BY a.number"
                )
                .ExecuteReader()
        )
        {
            while (reader.Read())
            {
                ungrouped.Add(ArticleId.Parse(reader.GetString(0)));
            }
        }

        return new StoryWork(unlinked, ungrouped);
    }

    public static List<ReadOnlyMemory<float>> ReadVectors(SqlSession session, ArticleId article)
    {
        List<ReadOnlyMemory<float>> vectors = [];
        using var reader = session
            .Prepare(
                """
                SELECT v.scale, v.codes FROM article a JOIN passage p ON p.article = a.number AND p.is_current = 1
                LEFT JOIN passage_vector v ON v.passage = p.key AND v.vector_set = (SELECT number FROM vector_set WHERE is_active = 1)
                WHERE a.id = $1 ORDER BY p.ordinal
                """,
                article.Value
            )
            .ExecuteReader();
        while (reader.Read())
        {
            vectors.Add(reader.IsDBNull(0) ? default : ReadVector(reader, 0));
        }

        return vectors;
    }

    public static List<StoryNode> ReadNodes(SqlSession session, TimeWindow? window)
    {
        List<StoryNode> nodes = [];
        using var reader = session
            .Prepare(
                """
                SELECT a.id, s.changed, s.day, s.scale, s.codes, s.wire FROM story_article s JOIN article a ON a.number = s.article
                WHERE a.is_current = 1 AND (CAST($1 AS integer) IS NULL OR s.day IS NULL OR s.day BETWEEN $1 AND $2)
                """,
                window?.From.DayNumber,
                window?.To.DayNumber
            )
            .ExecuteReader();
        while (reader.Read())
        {
            DateOnly? day = reader.IsDBNull(2) ? null : DateOnly.FromDayNumber(reader.GetInt32(2));
            nodes.Add(
                new StoryNode(ArticleId.Parse(reader.GetString(0)), reader.GetInt64(1), day, ReadVector(reader, 3), reader.ReadText(5))
            );
        }

        return nodes;
    }

    public static List<StoryLink> ReadLinks(SqlSession session, IReadOnlyCollection<ArticleId> articles)
    {
        List<StoryLink> links = [];
        using var reader = session
            .Prepare(
                $"""
                WITH asked AS MATERIALIZED (SELECT a.number FROM {session.Each("$1")} j JOIN article a ON a.id = j.value)
                SELECT f.id, g.id, l.likelihood FROM
                  (SELECT first, second, likelihood FROM story_link WHERE first IN (SELECT number FROM asked)
                   UNION SELECT first, second, likelihood FROM story_link WHERE second IN (SELECT number FROM asked)) l
                JOIN article f ON f.number = l.first JOIN article g ON g.number = l.second
                """,
                JsonList.Of(articles)
            )
            .ExecuteReader();
        while (reader.Read())
        {
            links.Add(StoryLink.Between(ArticleId.Parse(reader.GetString(0)), ArticleId.Parse(reader.GetString(1)), reader.GetInt32(2)));
        }

        return links;
    }

    private static ReadOnlyMemory<float> ReadVector(DbDataReader reader, int column)
    {
        float scale = reader.GetFloat(column);
        var codes = MemoryMarshal.Cast<byte, sbyte>(reader.ReadBytes(column + 1));
        if (scale == 0)
        {
            return default;
        }

        var vector = new float[codes.Length];
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] = codes[i] * scale;
        }

        return vector;
    }
}
