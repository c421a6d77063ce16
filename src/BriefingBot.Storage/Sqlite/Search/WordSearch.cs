using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Search;
using SQLitePCL;

namespace BriefingBot.Storage.Sqlite.Search;

/// <summary>
/// BM25 over the entries of the FTS5 index, which are read a stem at a time and kept in memory: the same scores as FTS5's own <c>bm25(t,
/// 1.0, 1.0)</c> (k1 = 1.2, b = 0.75, https://www.sqlite.org/fts5.html#the_bm25_function) at a fraction of its time, which goes into
/// reading every row's length and positions.
/// </summary>
internal static class WordSearch
{
    private const double K1 = 1.2;
    private const double B = 0.75;
    private const double LeastWeight = 1e-6;

    /// <summary>The best passages for any of the stems.</summary>
    public static PassageHit[] Search(
        SqliteSession session,
        PassageIndex index,
        IReadOnlyCollection<string> stems,
        CoverageFilter filter,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var (snapshot, lists) = Find(session, index, [.. stems.Distinct(StringComparer.Ordinal)], cancellationToken);
        if (limit <= 0 || snapshot.Live == 0)
        {
            return [];
        }

        float[] scores = ArrayPool<float>.Shared.Rent(snapshot.Count);
        try
        {
            Array.Clear(scores, 0, snapshot.Count);
            foreach (var list in lists)
            {
                Add(snapshot, list, scores);
            }

            return FindBest(snapshot, scores, new SlotFilter(filter, snapshot), limit);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    /// <summary>In how many passages each stem stands.</summary>
    public static PassageFrequencies CountPassages(
        SqliteSession session,
        PassageIndex index,
        IReadOnlyList<string> stems,
        CancellationToken cancellationToken
    )
    {
        var (snapshot, lists) = Find(session, index, stems, cancellationToken);
        return new PassageFrequencies(snapshot.Live, [.. lists.Select(list => CountLive(snapshot, list))]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static PassageHit[] FindBest(PassageSnapshot snapshot, float[] scores, SlotFilter rows, int limit)
    {
        TopSlots best = new(limit);
        int width = Vector256<float>.Count;
        for (int first = 0; first < snapshot.Count; first += width)
        {
            // Nearly all rows are no match, or one that is too weak.
            var bar = Vector256.Create(Math.Max(best.Threshold, 0));
            if (first + width <= snapshot.Count && !Vector256.GreaterThanAny(Vector256.Create(scores.AsSpan(first, width)), bar))
            {
                continue;
            }

            for (int slot = first; slot < Math.Min(first + width, snapshot.Count); slot++)
            {
                float score = scores[slot];
                if (score > 0 && score > best.Threshold && (!rows.IsSet || rows.Passes(slot)))
                {
                    best.Offer(slot, score);
                }
            }
        }

        return best.ToHits(snapshot.Columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(PassageSnapshot snapshot, PostingList list, float[] scores)
    {
        int found = CountLive(snapshot, list);
        if (found == 0)
        {
            return;
        }

        double weight = Math.Max(Math.Log((snapshot.Live - found + 0.5) / (found + 0.5)), LeastWeight);
        float numerator = (float)(weight * (K1 + 1));
        float flat = (float)(K1 * (1 - B));
        float perWord = (float)(K1 * B * snapshot.Live / snapshot.TotalWords);
        int[] lengths = snapshot.Columns.Lengths;
        bool allLive = snapshot.Live == snapshot.Count;
        for (int i = 0; i < list.Count && list.Slots[i] < snapshot.Count; i++)
        {
            int slot = list.Slots[i];
            if (allLive || snapshot.IsLive(slot))
            {
                float frequency = list.Frequencies[i];
                scores[slot] += numerator * frequency / (frequency + flat + (perWord * lengths[slot]));
            }
        }
    }

    private static int CountLive(PassageSnapshot snapshot, PostingList list)
    {
        if (snapshot.Live == snapshot.Count)
        {
            return list.CountBelow(snapshot.Count);
        }

        int live = 0;
        for (int i = 0; i < list.Count && list.Slots[i] < snapshot.Count; i++)
        {
            live += snapshot.IsLive(list.Slots[i]) ? 1 : 0;
        }

        return live;
    }

    /// <summary>A snapshot and the lists of the stems that belong to it; when a commit comes between, both are taken anew.</summary>
    private static (PassageSnapshot Snapshot, PostingList[] Lists) Find(
        SqliteSession session,
        PassageIndex index,
        IReadOnlyList<string> stems,
        CancellationToken cancellationToken
    )
    {
        var lists = new PostingList[stems.Count];
        var snapshot = index.Follow(session);
        int i = 0;
        while (i < lists.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Find(session, snapshot, stems[i]) is { } list)
            {
                lists[i++] = list;
                continue;
            }

            index.CatchUp(session);
            snapshot = index.Current;
            i = 0;
        }

        return (snapshot, lists);
    }

    private static PostingList? Find(SqliteSession session, PassageSnapshot snapshot, string stem)
    {
        if (snapshot.Postings.Find(stem) is { } kept && kept.Through >= snapshot.Count)
        {
            return kept.Since <= snapshot.State ? kept : null;
        }

        if (Read(session, snapshot, stem) is not { } list)
        {
            return null;
        }

        snapshot.Postings.Keep(stem, list);
        return list;
    }

    /// <summary>Null when the store is no longer at the snapshot's state.</summary>
    private static PostingList? Read(SqliteSession session, PassageSnapshot snapshot, string stem)
    {
        using var transaction = session.BeginRead();
        if (StoreState.Read(session) != snapshot.State)
        {
            return null;
        }

        List<int> slots = [];
        List<ushort> frequencies = [];
        var keys = snapshot.Columns.Keys.AsSpan(0, snapshot.Count);
        int next = 0;
        long last = -1;
        using var reader = session.Prepare("SELECT doc FROM passage_stem WHERE term = $1", stem).ExecuteReader();
        while (reader.Read())
        {
            long key = raw.sqlite3_column_int64(reader.Handle, 0);
            if (key == last)
            {
                if (slots.Count > 0 && keys[slots[^1]] == key && frequencies[^1] < ushort.MaxValue)
                {
                    frequencies[^1]++;
                }

                continue;
            }

            last = key;
            int place = keys[next..].BinarySearch(key);
            next += place < 0 ? ~place : place;
            if (place >= 0)
            {
                slots.Add(next);
                frequencies.Add(1);
            }
        }

        return new PostingList([.. slots], [.. frequencies], slots.Count, snapshot.State, snapshot.Count);
    }
}
