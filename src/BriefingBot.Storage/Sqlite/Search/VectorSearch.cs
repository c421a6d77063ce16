using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Storage.Sqlite.Search;

/// <summary>
/// Nearest passages by cosine: the signs of all vectors are compared first, one bit a dimension, and those that differ least are scored on the vectors
/// themselves. Filters apply to the first step, so they never starve the second.
/// </summary>
internal static class VectorSearch
{
    private const int LeastCandidates = 400;
    private const ushort Hidden = ushort.MaxValue;

    /// <summary>The passages nearest to the vector.</summary>
    public static PassageHit[] Search(SqliteSession session, PassageSnapshot snapshot, ReadOnlySpan<float> vector, CoverageFilter filter, int limit)
    {
        float length = Length(vector);
        if (limit <= 0 || length == 0 || snapshot.Live == 0 || snapshot.VectorSet is null || vector.Length != snapshot.Columns.Dimensions)
        {
            return [];
        }

        int[] candidates = FindCandidates(snapshot, vector, new SlotFilter(filter, snapshot), Math.Max(LeastCandidates, 4 * limit));
        TopSlots best = new(limit);
        CodeReader codes = new(session, snapshot);
        foreach (int slot in candidates)
        {
            best.Offer(slot, codes.Cosine(slot, vector, length));
        }

        return best.ToHits(snapshot.Columns);
    }

    /// <summary>The cosine of the vector and that of each passage; 0 where there is none.</summary>
    public static double[] Compare(SqliteSession session, PassageSnapshot snapshot, ReadOnlySpan<float> vector, IReadOnlyList<long> keys)
    {
        var cosines = new double[keys.Count];
        float length = Length(vector);
        if (length == 0 || snapshot.VectorSet is null || vector.Length != snapshot.Columns.Dimensions)
        {
            return cosines;
        }

        CodeReader codes = new(session, snapshot);
        for (int i = 0; i < cosines.Length; i++)
        {
            int slot = snapshot.Columns.Find(keys[i], snapshot.Count);
            cosines[i] = slot >= 0 && snapshot.IsLive(slot) ? codes.Cosine(slot, vector, length) : 0;
        }

        return cosines;
    }

    private static float Length(ReadOnlySpan<float> vector)
    {
        float length = vector.IsEmpty ? 0 : TensorPrimitives.Norm(vector);
        return float.IsFinite(length) ? length : 0;
    }

    private static int[] FindCandidates(PassageSnapshot snapshot, ReadOnlySpan<float> vector, SlotFilter rows, int wanted)
    {
        var columns = snapshot.Columns;
        Span<ulong> query = stackalloc ulong[columns.Words];
        WriteSigns(vector, query);
        ushort[] distances = ArrayPool<ushort>.Shared.Rent(snapshot.Count);
        int[] histogram = new int[columns.Dimensions + 1];
        try
        {
            Measure(columns.Signs, query, distances.AsSpan(0, snapshot.Count));
            bool check = rows.IsSet;
            for (int slot = 0; slot < snapshot.Count; slot++)
            {
                if (!snapshot.IsLive(slot) || columns.Scales[slot] == 0 || (check && !rows.Passes(slot)))
                {
                    distances[slot] = Hidden;
                    continue;
                }

                histogram[distances[slot]]++;
            }

            int limit = 0;
            int found = histogram[0];
            while (found < wanted && limit < columns.Dimensions)
            {
                found += histogram[++limit];
            }

            int[] candidates = new int[found];
            int next = 0;
            for (int slot = 0; slot < snapshot.Count && next < found; slot++)
            {
                if (distances[slot] <= limit)
                {
                    candidates[next++] = slot;
                }
            }

            return candidates;
        }
        finally
        {
            ArrayPool<ushort>.Shared.Return(distances);
        }
    }

    private static void Measure(ulong[] signs, ReadOnlySpan<ulong> query, Span<ushort> distances)
    {
        if (query.Length == 8)
        {
            MeasureEight(signs, query, distances);
            return;
        }

        for (int slot = 0; slot < distances.Length; slot++)
        {
            int distance = 0;
            for (int i = 0; i < query.Length; i++)
            {
                distance += BitOperations.PopCount(signs[(slot * query.Length) + i] ^ query[i]);
            }

            distances[slot] = (ushort)distance;
        }
    }

    private static void MeasureEight(ReadOnlySpan<ulong> signs, ReadOnlySpan<ulong> query, Span<ushort> distances)
    {
        var (q0, q1, q2, q3) = (query[0], query[1], query[2], query[3]);
        var (q4, q5, q6, q7) = (query[4], query[5], query[6], query[7]);
        for (int slot = 0; slot < distances.Length; slot++)
        {
            var row = signs.Slice(slot * 8, 8);
            distances[slot] = (ushort)(
                BitOperations.PopCount(row[0] ^ q0) + BitOperations.PopCount(row[1] ^ q1)
                + BitOperations.PopCount(row[2] ^ q2) + BitOperations.PopCount(row[3] ^ q3)
                + BitOperations.PopCount(row[4] ^ q4) + BitOperations.PopCount(row[5] ^ q5)
                + BitOperations.PopCount(row[6] ^ q6) + BitOperations.PopCount(row[7] ^ q7));
        }
    }

    private static void WriteSigns(ReadOnlySpan<float> vector, Span<ulong> signs)
    {
        signs.Clear();
        for (int i = 0; i < vector.Length; i++)
        {
            signs[i / 64] |= vector[i] < 0 ? 1UL << (i % 64) : 0;
        }
    }

    /// <summary>Codes from memory, or from the file when they are not kept there.</summary>
    private readonly struct CodeReader(SqliteSession session, PassageSnapshot snapshot)
    {
        public float Cosine(int slot, ReadOnlySpan<float> vector, float length)
        {
            var columns = snapshot.Columns;
            float scale = columns.Scales[slot];
            if (scale == 0)
            {
                return 0;
            }

            if (columns.Codes is not null)
            {
                return QuantizedVector.Dot(vector, columns.CodesOf(slot)) * scale / length;
            }

            using var reader = session.Prepare("SELECT codes FROM vector WHERE vector_set = $1 AND passage = $2", snapshot.VectorSet, columns.Keys[slot]).ExecuteReader();
            if (!reader.Read())
            {
                return 0;
            }

            var codes = MemoryMarshal.Cast<byte, sbyte>(SQLitePCL.raw.sqlite3_column_blob(reader.Handle, 0));
            return codes.Length == vector.Length ? QuantizedVector.Dot(vector, codes) * scale / length : 0;
        }
    }
}
