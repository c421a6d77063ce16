using System.Runtime.InteropServices;
using BriefingBot.Storage.Sql;
using Pgvector;

namespace BriefingBot.Storage.Pgvector;

/// <summary>Takes over vectors into the table that is searched by nearness.</summary>
internal static class VectorFiller
{
    /// <summary>Fills in the vectors of articles; those that are there as they are cost nothing.</summary>
    public static void Fill(SqlSession session, long set, long[] articles)
    {
        List<long> keys = [];
        List<HalfVector> vectors = [];
        using (
            var row = session
                .Prepare(
                    """
                    SELECT v.passage, v.scale, v.codes FROM passage p JOIN passage_vector v ON v.vector_set = $1 AND v.passage = p.key
                    WHERE p.article = ANY($2) AND p.is_current = 1 AND v.scale <> 0
                    """,
                    set,
                    articles
                )
                .ExecuteReader()
        )
        {
            while (row.Read())
            {
                keys.Add(row.GetInt64(0));
                vectors.Add(Of(MemoryMarshal.Cast<byte, sbyte>(row.ReadBytes(2)), row.GetFloat(1)));
            }
        }

        if (keys.Count > 0)
        {
            string table = SearchTables.VectorsOf(set);
            session.Execute(
                $"""
                INSERT INTO {table} (passage, embedding) SELECT * FROM unnest($1, $2)
                ON CONFLICT (passage) DO UPDATE SET embedding = excluded.embedding WHERE {table}.embedding <> excluded.embedding
                """,
                keys.ToArray(),
                vectors.ToArray()
            );
        }
    }

    private static HalfVector Of(ReadOnlySpan<sbyte> codes, float scale)
    {
        var halves = new Half[codes.Length];
        for (int i = 0; i < halves.Length; i++)
        {
            halves[i] = (Half)(codes[i] * scale);
        }

        return new HalfVector(halves);
    }
}
