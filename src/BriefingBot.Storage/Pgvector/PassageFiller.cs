using BriefingBot.Core.Coverage;
using BriefingBot.Storage.Search.Words;
using BriefingBot.Storage.Sql;
using BriefingBot.Storage.Sql.Articles;
using BriefingBot.Storage.Sql.Words;

namespace BriefingBot.Storage.Pgvector;

/// <summary>
/// Takes over the current passages of articles into the tables that are searched, and out what is not current any more. One caller at a
/// time.
/// </summary>
internal sealed class PassageFiller
{
    private readonly WordWriter _words = new();

    /// <summary>Fills in articles.</summary>
    /// <param name="session">In <see cref="WriteTurn.Search"/>.</param>
    /// <param name="articles">Their numbers.</param>
    /// <param name="sets">The sets of vectors.</param>
    public void Fill(SqlSession session, IReadOnlyList<long> articles, IReadOnlyList<long> sets)
    {
        if (articles.Count == 0)
        {
            return;
        }

        long[] numbers = [.. articles];
        var before = ReadKeys(session, "SELECT passage FROM search_passage WHERE article = ANY($1)", numbers);
        var now = ReadKeys(session, "SELECT key FROM passage WHERE article = ANY($1) AND is_current = 1", numbers);
        TermCounts counts = new();
        TakeOut(session, [.. before.Except(now)], sets, counts);
        TakeIn(session, [.. now.Except(before)], counts);
        counts.Write(session);
        session.Execute(
            """
            UPDATE search_passage w SET collection = a.collection, day = a.published_order / $2 FROM article a
            WHERE a.number = w.article AND a.number = ANY($1)
            AND (w.collection, w.day) IS DISTINCT FROM (a.collection, a.published_order / $2)
            """,
            numbers,
            PublicationOrder.PlacesADay
        );
        foreach (long set in sets)
        {
            VectorFiller.Fill(session, set, numbers);
        }
    }

    private static HashSet<long> ReadKeys(SqlSession session, string sql, long[] articles)
    {
        HashSet<long> keys = [];
        using var row = session.Prepare(sql, articles).ExecuteReader();
        while (row.Read())
        {
            keys.Add(row.GetInt64(0));
        }

        return keys;
    }

    private static void TakeOut(SqlSession session, long[] keys, IReadOnlyList<long> sets, TermCounts counts)
    {
        if (keys.Length == 0)
        {
            return;
        }

        using (
            var row = session.Prepare("DELETE FROM search_passage WHERE passage = ANY($1) RETURNING words, entries", keys).ExecuteReader()
        )
        {
            while (row.Read())
            {
                counts.Add(row.ReadBytes(1), row.GetInt32(0), -1);
            }
        }

        foreach (long set in sets)
        {
            session.Execute($"DELETE FROM {SearchTables.VectorsOf(set)} WHERE passage = ANY($1)", keys);
        }
    }

    private void TakeIn(SqlSession session, long[] keys, TermCounts counts)
    {
        if (keys.Length == 0)
        {
            return;
        }

        var passages = ReadStems(session, keys);
        var numbers = _words.Number(session, passages.SelectMany(static passage => passage.Stems));
        var entries = passages.Select(passage => PassageTerms.Write([.. passage.Stems.Select(stem => numbers[stem])])).ToArray();
        for (int i = 0; i < entries.Length; i++)
        {
            counts.Add(entries[i], passages[i].Stems.Count, 1);
        }

        session.Execute(
            """
            INSERT INTO search_passage (passage, article, collection, day, words, terms, entries)
            SELECT p.key, a.number, a.collection, a.published_order / $5, n.words, CAST(n.terms AS tsvector), n.entries
            FROM unnest($1, $2, $3, $4) AS n (key, words, terms, entries)
            JOIN passage p ON p.key = n.key JOIN article a ON a.number = p.article
            """,
            passages.Select(static passage => passage.Key).ToArray(),
            passages.Select(static passage => passage.Stems.Count).ToArray(),
            passages.Select(passage => string.Join(' ', passage.Stems.Select(stem => numbers[stem]).Distinct())).ToArray(),
            entries,
            PublicationOrder.PlacesADay
        );
    }

    private static List<(long Key, List<string> Stems)> ReadStems(SqlSession session, long[] keys)
    {
        List<(long Key, List<string> Stems)> passages = [];
        using var row = session
            .Prepare(
                """
                SELECT p.key, p.kind, p.start, p."end", r.number, r.title, CASE WHEN lag(r.number) OVER o = r.number THEN NULL ELSE r.text END
                FROM passage p JOIN revision r ON r.number = p.revision WHERE p.key = ANY($1) WINDOW o AS (ORDER BY p.key) ORDER BY p.key
                """,
                keys
            )
            .ExecuteReader();
        var (revision, text, title) = (0L, "", new List<string>());
        while (row.Read())
        {
            if (row.GetInt64(4) != revision)
            {
                revision = row.GetInt64(4);
                title = [.. PassageStems.Of(row.ReadText(5))];
                text = row.ReadText(6)!;
            }

            Passage passage = new(0, (PassageKind)row.GetInt32(1), row.GetInt32(2), row.GetInt32(3));
            passages.Add((row.GetInt64(0), PassageStems.Of(text, passage, title)));
        }

        return passages;
    }
}
