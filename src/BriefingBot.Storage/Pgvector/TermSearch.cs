using System.Globalization;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Search.Words;
using BriefingBot.Storage.Sql;

namespace BriefingBot.Storage.Pgvector;

/// <summary>The best passages for stems, by <see cref="Bm25"/>, through a GIN index over their terms.</summary>
internal static class TermSearch
{
    /// <summary>Passages of the rarest terms that are read first, for what others must beat.</summary>
    private const int LeastFirst = 1000;

    /// <summary>A question of common words only may match most of the coverage: of that so many passages are read.</summary>
    private const int MostRead = 50_000;

    /// <summary>Searches.</summary>
    /// <param name="session">In a transaction that sees one state.</param>
    /// <param name="stems">Each once.</param>
    /// <param name="filter">What may be found.</param>
    /// <param name="limit">At most so many, more than 0.</param>
    /// <param name="cancellationToken">Ends it between rows.</param>
    public static PassageHit[] Search(
        SqlSession session,
        IReadOnlyList<string> stems,
        CoverageFilter filter,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var (passages, words) = ReadTotals(session);
        if (passages == 0)
        {
            return [];
        }

        Bm25 bm25 = new(passages, words);
        var known = ReadTerms(session, stems);
        List<WeightedTerm> terms = [];
        foreach (string stem in stems)
        {
            if (known.TryGetValue(stem, out var term) && term.Found > 0)
            {
                terms.Add(new WeightedTerm(term.Number, term.Found, bm25.Most(term.Found)));
            }
        }

        ScoredPassages scored = new(terms, bm25);
        if (terms.Count == 0)
        {
            return [];
        }

        if (NarrowFilter.FindKeys(session, filter) is { } keys)
        {
            using var row = session
                .Prepare("SELECT w.passage, w.words, w.entries FROM search_passage w WHERE w.passage = ANY($1)", keys)
                .ExecuteReader();
            scored.AddAll(row, cancellationToken);
            return scored.Best(limit);
        }

        WeightedTerm[] rarest = [.. TakeRarest(terms, Math.Max(LeastFirst, 4 * limit))];
        Add(session, scored, TermQuery.AnyOf(rarest), filter, cancellationToken);
        if (TermQuery.Reaching(terms.Except(rarest), scored.Threshold(limit), rarest) is { } others)
        {
            Add(session, scored, others, filter, cancellationToken);
        }

        return scored.Best(limit);
    }

    /// <summary>In how many passages each stem stands.</summary>
    /// <param name="session">In a transaction that sees one state.</param>
    /// <param name="stems">Any.</param>
    public static PassageFrequencies Count(SqlSession session, IReadOnlyList<string> stems)
    {
        var terms = ReadTerms(session, stems);
        return new PassageFrequencies(
            (int)ReadTotals(session).Passages,
            [.. stems.Select(stem => terms.TryGetValue(stem, out var term) ? (int)term.Found : 0)]
        );
    }

    private static IEnumerable<WeightedTerm> TakeRarest(IEnumerable<WeightedTerm> terms, long passages)
    {
        long taken = 0;
        foreach (var term in terms.OrderBy(static term => term.Found).ThenBy(static term => term.Number))
        {
            if (taken >= passages)
            {
                yield break;
            }

            taken += term.Found;
            yield return term;
        }
    }

    private static void Add(
        SqlSession session,
        ScoredPassages scored,
        string query,
        CoverageFilter filter,
        CancellationToken cancellationToken
    )
    {
        List<object?> values = [];
        string terms = FilterSql.Add(values, query);
        string condition = FilterSql.OfRow(filter, "w", values);
        string limit = MostRead.ToString(CultureInfo.InvariantCulture);
        using var row = session
            .Prepare(
                $"SELECT w.passage, w.words, w.entries FROM search_passage w WHERE w.terms @@ CAST({terms} AS tsquery) AND {condition} "
                    + $"LIMIT {limit}",
                [.. values]
            )
            .ExecuteReader();
        scored.AddAll(row, cancellationToken);
    }

    private static (long Passages, long Words) ReadTotals(SqlSession session)
    {
        using var row = session.Prepare("SELECT passages, words FROM search_state").ExecuteReader();
        row.Read();
        return (row.GetInt64(0), row.GetInt64(1));
    }

    private static Dictionary<string, (int Number, long Found)> ReadTerms(SqlSession session, IEnumerable<string> stems)
    {
        Dictionary<string, (int Number, long Found)> terms = new(StringComparer.Ordinal);
        using var row = session
            .Prepare(
                $"""
                SELECT t.stem, t.number, s.passages FROM (SELECT DISTINCT value FROM {session.Each("$1")} j) j
                JOIN term t ON t.stem = j.value JOIN search_term s ON s.term = t.number
                """,
                JsonList.Of(stems)
            )
            .ExecuteReader();
        while (row.Read())
        {
            terms[row.GetString(0)] = (row.GetInt32(1), row.GetInt64(2));
        }

        return terms;
    }
}
