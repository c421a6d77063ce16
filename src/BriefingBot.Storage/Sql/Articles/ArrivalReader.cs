using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Storage.Sql.Articles;

/// <summary>
/// Reads articles in the order in which they came. Their number grows with each, for rows of articles are never removed and changes are
/// made one after the other.
/// </summary>
internal static class ArrivalReader
{
    /// <summary>The last number at a moment (Unix milliseconds), or now; 0 when there was none.</summary>
    public static long ReadLast(SqlSession session, long? moment) =>
        moment is null
            ? session.ReadLong("SELECT max(number) FROM article")
            : session.ReadLong("SELECT max(article) FROM revision WHERE revision = 1 AND ingested <= $1", moment);

    /// <summary>The numbers of articles.</summary>
    public static Dictionary<ArticleId, long> Find(SqlSession session, IReadOnlyCollection<ArticleId> articles)
    {
        Dictionary<ArticleId, long> numbers = [];
        using var reader = session
            .Prepare($"SELECT a.id, a.number FROM {session.Each("$1")} j JOIN article a ON a.id = j.value", JsonList.Of(articles))
            .ExecuteReader();
        while (reader.Read())
        {
            numbers[ArticleId.Parse(reader.GetString(0))] = reader.GetInt64(1);
        }

        return numbers;
    }

    /// <summary>The current articles of a window.</summary>
    public static List<Arrival> List(SqlSession session, ArrivalWindow window, int limit)
    {
        List<Arrival> arrivals = [];
        using var reader = session
            .Prepare(
                $"""
                SELECT {RevisionRow.Columns}, a.number FROM article a JOIN revision r ON r.article = a.number AND r.revision = a.revision
                WHERE a.number > $1 AND a.number <= $2 AND a.is_current = 1 ORDER BY a.number LIMIT $3
                """,
                window.After,
                window.UpTo,
                limit
            )
            .ExecuteReader();
        while (reader.Read())
        {
            arrivals.Add(new Arrival(reader.GetInt64(reader.FieldCount - 1), RevisionRow.ReadHeader(reader)));
        }

        return arrivals;
    }
}
