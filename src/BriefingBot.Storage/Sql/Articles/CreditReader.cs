using BriefingBot.Core.Coverage;

namespace BriefingBot.Storage.Sql.Articles;

/// <summary>Reads who published and wrote what.</summary>
internal static class CreditReader
{
    /// <summary>
    /// A query for the numbers of the articles by a source, whose credits are the JSON list in a parameter.
    /// </summary>
    public static string ArticlesBy(SqlSession session, CoverageSource source, string credits) =>
        $"SELECT r.article FROM {session.Each(credits)} j JOIN revision r ON r.{ColumnOf(source)} = j.value "
        + "JOIN article b ON b.number = r.article AND b.revision = r.revision";

    /// <summary>The numbers of the current articles by a source.</summary>
    public static HashSet<long> FindArticles(SqlSession session, CoverageSource source)
    {
        HashSet<long> articles = [];
        using var row = session
            .Prepare($"{ArticlesBy(session, source, "$1")} WHERE b.is_current = 1", JsonList.Of(source.Credits))
            .ExecuteReader();
        while (row.Read())
        {
            articles.Add(row.GetInt64(0));
        }

        return articles;
    }

    /// <summary>All names.</summary>
    public static CoverageCredits Read(SqlSession session)
    {
        using var transaction = session.BeginRead();
        return new CoverageCredits(ReadNames(session, "outlet"), ReadNames(session, "byline"));
    }

    private static List<string> ReadNames(SqlSession session, string column)
    {
        List<string> names = [];
        using var row = session
            .Prepare(
                $"""
                SELECT DISTINCT r.{column} FROM revision r JOIN article a ON a.number = r.article AND a.revision = r.revision
                WHERE a.is_current = 1 AND r.{column} IS NOT NULL
                """
            )
            .ExecuteReader();
        while (row.Read())
        {
            names.Add(row.GetString(0));
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private static string ColumnOf(CoverageSource source) => source.IsAuthor ? "byline" : "outlet";
}
