using BriefingBot.Core.Coverage;

namespace BriefingBot.Storage.Sql.Articles;

/// <summary>Reads who published and wrote what.</summary>
internal static class CreditReader
{
    /// <summary>A query for the numbers of the articles by a source; alias <c>b</c> is the article.</summary>
    /// <param name="source">The source.</param>
    /// <param name="areCredits">What follows the name of a column to say that it holds one of the credits.</param>
    public static string ArticlesBy(CoverageSource source, string areCredits) =>
        "SELECT r.article FROM revision r JOIN article b ON b.number = r.article AND b.revision = r.revision "
        + $"WHERE r.{(source.IsAuthor ? "byline" : "outlet")} {areCredits}";

    /// <summary>As the former, the credits being the JSON list in a parameter.</summary>
    public static string ArticlesBy(SqlSession session, CoverageSource source, string credits) =>
        ArticlesBy(source, $"IN (SELECT value FROM {session.Each(credits)})");

    /// <summary>The numbers of the current articles by a source.</summary>
    public static HashSet<long> FindArticles(SqlSession session, CoverageSource source)
    {
        HashSet<long> articles = [];
        using var row = session
            .Prepare($"{ArticlesBy(session, source, "$1")} AND b.is_current = 1", JsonList.Of(source.Credits))
            .ExecuteReader();
        while (row.Read())
        {
            articles.Add(row.GetInt64(0));
        }

        return articles;
    }

    /// <summary>All names, as of the running transaction.</summary>
    public static CoverageCredits Read(SqlSession session) => new(ReadNames(session, "outlet"), ReadNames(session, "byline"));

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
}
