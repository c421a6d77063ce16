using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Storage.Sql.Articles;

/// <summary>Reads articles, whole or as a list.</summary>
internal static class ArticleReader
{
    /// <summary>The fingerprints of current articles.</summary>
    public static Dictionary<ArticleId, string> ReadFingerprints(SqlSession session)
    {
        Dictionary<ArticleId, string> fingerprints = [];
        using var reader = session.Prepare("SELECT id, fingerprint FROM article WHERE is_current = 1").ExecuteReader();
        while (reader.Read())
        {
            fingerprints.Add(ArticleId.Parse(reader.GetString(0)), reader.GetString(1));
        }

        return fingerprints;
    }

    /// <summary>Where current articles were read, as far as it is known.</summary>
    public static Dictionary<ArticleId, string> ReadSources(SqlSession session)
    {
        Dictionary<ArticleId, string> sources = [];
        using var reader = session.Prepare("SELECT id, source FROM article WHERE is_current = 1 AND source IS NOT NULL").ExecuteReader();
        while (reader.Read())
        {
            sources.Add(ArticleId.Parse(reader.GetString(0)), reader.GetString(1));
        }

        return sources;
    }

    /// <summary>One revision of an article; null is the current one.</summary>
    public static StoredArticle? Find(SqlSession session, ArticleId id, int? revision)
    {
        using var transaction = session.BeginRead();
        RevisionRow row;
        bool isCurrent;
        using (
            var reader = session
                .Prepare(
                    $"""
                    SELECT {RevisionRow.Columns}, CASE WHEN a.is_current = 1 AND a.revision = r.revision THEN 1 ELSE 0 END FROM article a JOIN revision r ON r.article = a.number
                    WHERE a.id = $1 AND CASE WHEN CAST($2 AS integer) IS NULL THEN a.is_current = 1 AND r.revision = a.revision ELSE r.revision = $2 END
                    """,
                    id.Value,
                    revision
                )
                .ExecuteReader()
        )
        {
            if (!reader.Read())
            {
                return null;
            }

            row = RevisionRow.Read(reader);
            isCurrent = reader.ReadFlag(reader.FieldCount - 1);
        }

        var article = row.ToArticle(ReadPassages(session, row.Number));
        return new StoredArticle(article, row.Header.Revision, DateTimeOffset.FromUnixTimeMilliseconds(row.Ingested), isCurrent);
    }

    /// <summary>The passages of a revision in reading order.</summary>
    public static List<Passage> ReadPassages(SqlSession session, long revisionNumber)
    {
        List<Passage> passages = [];
        using var reader = session
            .Prepare("SELECT ordinal, kind, start, \"end\" FROM passage WHERE revision = $1 ORDER BY ordinal", revisionNumber)
            .ExecuteReader();
        while (reader.Read())
        {
            passages.Add(new Passage(reader.GetInt32(0), (PassageKind)reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3)));
        }

        return passages;
    }

    /// <summary>The latest period that articles name, by its first day.</summary>
    public static Dictionary<ArticleId, DateOnly> FindLatestNamed(SqlSession session, IReadOnlyCollection<ArticleId> articles)
    {
        Dictionary<ArticleId, DateOnly> named = [];
        using var reader = session
            .Prepare(
                $"""
                SELECT a.id, max(n.from_day) FROM {session.Each("$1")} j JOIN article a ON a.id = j.value AND a.is_current = 1
                JOIN passage p ON p.article = a.number AND p.is_current = 1 JOIN passage_period n ON n.passage = p.key
                GROUP BY a.id
                """,
                JsonList.Of(articles)
            )
            .ExecuteReader();
        while (reader.Read())
        {
            named[ArticleId.Parse(reader.GetString(0))] = DateOnly.FromDayNumber(reader.GetInt32(1));
        }

        return named;
    }

    /// <summary>
    /// A page of current articles. A window means their publication here: what a passage names does not put an article on a list.
    /// </summary>
    public static ArticlePage List(SqlSession session, CoverageFilter filter, int offset, int limit)
    {
        string where = $"""
            a.is_current = 1
            AND (CAST($1 AS bigint) IS NULL OR a.published_order BETWEEN $1 AND $2 OR ($3 = 1 AND a.published_order IS NULL))
            AND (CAST($4 AS bigint) IS NULL OR a.published_order <= $4 OR a.published_order IS NULL)
            AND (CAST($5 AS text) IS NULL OR a.collection IN (SELECT value FROM {session.Each("$5")}))
            {(filter.Source is { } source ? $"AND a.number IN ({CreditReader.ArticlesBy(session, source, "$6")})" : "")}
            """;
        object?[] values =
        [
            filter.Window is { From: var from } ? PublicationOrder.FirstOf(from) : null,
            filter.Window is { To: var to } ? PublicationOrder.LastOf(to) : null,
            filter.AllowUndated,
            filter.NotAfter is { } last ? PublicationOrder.LastOf(last) : null,
            filter.Collections is { } collections ? JsonList.Of(collections) : null,
            .. filter.Source is { } by ? [JsonList.Of(by.Credits)] : Array.Empty<object?>(),
        ];
        using var transaction = session.BeginRead();
        int total = (int)session.ReadLong($"SELECT count(*) FROM article a WHERE {where}", values);
        List<ArticleHeader> headers = [];
        using var reader = session
            .Prepare(
                $"""
                SELECT {RevisionRow.Columns} FROM article a JOIN revision r ON r.article = a.number AND r.revision = a.revision
                WHERE {where} ORDER BY a.published_at DESC NULLS LAST, a.published_order DESC NULLS LAST, a.id LIMIT ${values.Length
                    + 1} OFFSET ${values.Length + 2}
                """,
                [.. values, Math.Max(limit, 0), Math.Max(offset, 0)]
            )
            .ExecuteReader();
        while (reader.Read())
        {
            headers.Add(RevisionRow.ReadHeader(reader));
        }

        return new ArticlePage(total, headers);
    }
}
