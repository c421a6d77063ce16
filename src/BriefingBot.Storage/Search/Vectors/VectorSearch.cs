using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Search.Feeding;

namespace BriefingBot.Storage.Search.Vectors;

/// <summary>
/// Nearest passages by cosine: the vector is compared with the signs of all others first, one bit a dimension, and the best of those are
/// scored on the vectors themselves. Filters apply to the first step, so they never starve the second.
/// </summary>
internal static class VectorSearch
{
    private const int CandidateShare = 128;
    private const int LeastCandidates = 1000;
    private const int MostCandidates = 4096;
    private const int MostCandidatesRead = 2000;

    /// <summary>The passages nearest to the vector.</summary>
    public static PassageHit[] Search(
        IPassageFeed feed,
        PassageSnapshot snapshot,
        ReadOnlySpan<float> vector,
        CoverageFilter filter,
        int limit
    )
    {
        float length = Length(vector);
        if (limit <= 0 || length == 0 || snapshot.Live == 0 || snapshot.VectorSet is null || vector.Length != snapshot.Columns.Dimensions)
        {
            return [];
        }

        int[] candidates = FindCandidates(snapshot, vector, new SlotFilter(filter, snapshot, feed), limit);
        TopSlots best = new(limit);
        CodeReader codes = new(feed, snapshot);
        foreach (int slot in candidates)
        {
            best.Offer(slot, codes.Cosine(slot, vector, length));
        }

        return best.ToHits(snapshot.Columns);
    }

    /// <summary>The cosine of the vector and that of each passage; 0 where there is none.</summary>
    public static double[] Compare(IPassageFeed feed, PassageSnapshot snapshot, ReadOnlySpan<float> vector, IReadOnlyList<long> keys)
    {
        var cosines = new double[keys.Count];
        float length = Length(vector);
        if (length == 0 || snapshot.VectorSet is null || vector.Length != snapshot.Columns.Dimensions)
        {
            return cosines;
        }

        CodeReader codes = new(feed, snapshot);
        for (int i = 0; i < cosines.Length; i++)
        {
            int slot = snapshot.Columns.Find(keys[i], snapshot.Count);
            cosines[i] = slot >= 0 && snapshot.IsLive(slot) ? codes.Cosine(slot, vector, length) : 0;
        }

        return cosines;
    }

    /// <summary>The length of a vector; 0 for one that has no direction to search in.</summary>
    public static float Length(ReadOnlySpan<float> vector)
    {
        float length = vector.IsEmpty ? 0 : TensorPrimitives.Norm(vector);
        return float.IsFinite(length) ? length : 0;
    }

    // At once as fast as it gets: the first questions are as long as the later ones.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] FindCandidates(PassageSnapshot snapshot, ReadOnlySpan<float> vector, SlotFilter rows, int limit)
    {
        var columns = snapshot.Columns;
        int wanted = Math.Max(
            Math.Clamp(snapshot.Live / CandidateShare, LeastCandidates, columns.Codes is null ? MostCandidatesRead : MostCandidates),
            4 * limit
        );
        SignQuery query = new(vector, columns.Centre);
        using NearestRows nearest = new(wanted);
        Span<ushort> distances = stackalloc ushort[SignBlocks.Rows];
        for (int first = 0; first < snapshot.Count; first += SignBlocks.Rows)
        {
            query.Measure(columns.Signs[first / SignBlocks.Rows], distances);
            for (int i = 0; i < SignBlocks.Rows && first + i < snapshot.Count; i += Vector256<int>.Count)
            {
                var estimates = query.Estimate(distances[i..], columns.Spreads.AsSpan(first + i), columns.Along.AsSpan(first + i));
                for (uint reach = nearest.Reach(estimates); reach != 0; reach &= reach - 1)
                {
                    int place = BitOperations.TrailingZeroCount(reach);
                    int slot = first + i + place;
                    if (slot < snapshot.Count && columns.Scales[slot] != 0 && snapshot.IsLive(slot) && (!rows.IsSet || rows.Passes(slot)))
                    {
                        nearest.Add(slot, estimates[place]);
                    }
                }
            }
        }

        return nearest.ToArray();
    }

    /// <summary>Codes from memory, or from the store when they are not kept there.</summary>
    private readonly struct CodeReader(IPassageFeed feed, PassageSnapshot snapshot)
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

            float found = 0;
            var (rest, asked) = (vector.ToArray(), length);
            feed.ReadVector(
                snapshot.VectorSet!.Value,
                columns.Keys[slot],
                (_, _, codes) => found = codes.Length == rest.Length ? QuantizedVector.Dot(rest, codes) * scale / asked : 0
            );
            return found;
        }
    }
}
