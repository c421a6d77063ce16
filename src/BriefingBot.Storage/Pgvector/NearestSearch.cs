using System.Runtime.InteropServices;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Search.Vectors;
using BriefingBot.Storage.Sql;
using Pgvector;

namespace BriefingBot.Storage.Pgvector;

/// <summary>
/// Nearest passages by cosine. The nearest lists propose more than are asked for, further ones too while a filter lets too few pass; they
/// are scored on the vectors that are stored.
/// </summary>
internal static class NearestSearch
{
    private const int LeastProposed = 200;

    /// <summary>The passages nearest to the vector.</summary>
    /// <param name="session">In a transaction that sees one state and finds the extension.</param>
    /// <param name="set">The set of vectors.</param>
    /// <param name="vector">Of any length.</param>
    /// <param name="filter">What may be found.</param>
    /// <param name="limit">At most so many, more than 0.</param>
    public static PassageHit[] Search(SqlSession session, long set, ReadOnlySpan<float> vector, CoverageFilter filter, int limit)
    {
        float length = VectorSearch.Length(vector);
        if (length == 0)
        {
            return [];
        }

        float[] asked = vector.ToArray();
        var keys = NarrowFilter.FindKeys(session, filter) ?? Propose(session, set, asked, length, filter, limit);
        return
        [
            .. Score(session, set, asked, length, keys)
                .OrderByDescending(static hit => hit.Score)
                .ThenBy(static hit => hit.Key)
                .Take(limit),
        ];
    }

    /// <summary>The cosine of the vector and that of each passage; 0 where there is none.</summary>
    /// <param name="session">In a transaction that sees one state.</param>
    /// <param name="set">The set of vectors.</param>
    /// <param name="vector">Of any length.</param>
    /// <param name="keys">The passages.</param>
    public static double[] Compare(SqlSession session, long set, ReadOnlySpan<float> vector, IReadOnlyList<long> keys)
    {
        float length = VectorSearch.Length(vector);
        if (length == 0 || keys.Count == 0)
        {
            return new double[keys.Count];
        }

        var found = Score(session, set, vector.ToArray(), length, [.. keys]).ToDictionary(static hit => hit.Key, static hit => hit.Score);
        return [.. keys.Select(key => found.GetValueOrDefault(key))];
    }

    private static long[] Propose(SqlSession session, long set, float[] vector, float length, CoverageFilter filter, int limit)
    {
        VectorIndex.UseIn(session, set, FilterSql.IsSet(filter));
        List<object?> values = [];
        string near = FilterSql.Add(values, HalfOf(vector, length));
        string most = FilterSql.Add(values, Math.Max(2 * limit, LeastProposed));
        string rows = FilterSql.IsSet(filter)
            ? $"JOIN search_passage w ON w.passage = v.passage WHERE {FilterSql.OfRow(filter, "w", values)}"
            : "";
        List<long> keys = [];
        using var row = session
            .Prepare(
                $"SELECT v.passage FROM {SearchTables.VectorsOf(set)} v {rows} ORDER BY v.embedding <=> {near} LIMIT {most}",
                [.. values]
            )
            .ExecuteReader();
        while (row.Read())
        {
            keys.Add(row.GetInt64(0));
        }

        return [.. keys];
    }

    private static List<PassageHit> Score(SqlSession session, long set, float[] vector, float length, long[] keys)
    {
        List<PassageHit> hits = new(keys.Length);
        using var row = session
            .Prepare("SELECT v.passage, v.scale, v.codes FROM passage_vector v WHERE v.vector_set = $1 AND v.passage = ANY($2)", set, keys)
            .ExecuteReader();
        while (row.Read())
        {
            float scale = row.GetFloat(1);
            if (scale != 0)
            {
                var codes = MemoryMarshal.Cast<byte, sbyte>(row.ReadBytes(2));
                hits.Add(new PassageHit(row.GetInt64(0), QuantizedVector.Dot(vector, codes) * scale / length));
            }
        }

        return hits;
    }

    private static HalfVector HalfOf(float[] vector, float length)
    {
        var halves = new Half[vector.Length];
        for (int i = 0; i < halves.Length; i++)
        {
            halves[i] = (Half)(vector[i] / length);
        }

        return new HalfVector(halves);
    }
}
