using System.Numerics.Tensors;
using BriefingBot.Storage.Search.Feeding;
using BriefingBot.Storage.Search.Vectors;
using BriefingBot.Storage.Search.Words;

namespace BriefingBot.Storage.Search;

/// <summary>Reads all passages of a store into a snapshot. Its caller holds a read transaction of the feed.</summary>
internal static class PassageLoader
{
    private const int RowsForCentre = 2000;
    private const int FewestToShare = 10_000;

    /// <summary>The passages as the feed has them.</summary>
    /// <param name="feed">Gives them.</param>
    /// <param name="state">Its state.</param>
    /// <param name="dimensions">Of the vectors.</param>
    /// <param name="memory">What may be kept.</param>
    public static PassageSnapshot Load(IPassageFeed feed, FeedState state, int dimensions, SearchMemory memory)
    {
        long? set = feed.FindVectorSet();
        int count = feed.CountPassages();
        PassageColumns columns = new(
            PassageColumns.CapacityFor(count + 1),
            set is null ? 0 : dimensions,
            keepCodes: count * (long)dimensions <= memory.MostCodeBytes
        );
        columns.Centre = set is null ? columns.Centre : ReadCentre(feed, set.Value, dimensions);
        var (collections, words) = (new List<string>(), 0L);
        WordTail tail = new(state.Blocks, 0);
        long[]? read = null;
        Parallel.Invoke(
            () =>
            {
                (collections, words) = LoadRows(feed, columns, count);
                LoadPeriods(feed, columns, count);
                tail = LoadTail(feed, state, columns, count);
            },
            () => read = set is null || count < FewestToShare ? null : LoadVectorsBeside(feed, state, set.Value, columns, count)
        );
        if (set is not null && (read is null || !columns.Keys.AsSpan(0, count).SequenceEqual(read)))
        {
            LoadVectors(feed, set.Value, columns, count);
        }

        return new PassageSnapshot(state.Index, columns, count, count, words, collections, set, tail, new(memory.MostPostings));
    }

    private static (List<string> Collections, long Words) LoadRows(IPassageFeed feed, PassageColumns columns, int count)
    {
        Dictionary<long, FedArticle> articles = [];
        foreach (var article in feed.ReadArticles(changedSince: -1))
        {
            articles.Add(article.Number, article);
        }

        List<string> names = [];
        int slot = 0;
        long words = 0;
        feed.ReadPassages(
            (key, article, length) =>
            {
                if (slot < count)
                {
                    columns.SetRow(slot, key, articles[article], names, length);
                    words += length;
                    slot++;
                }
            }
        );
        return (names, words);
    }

    private static void LoadPeriods(IPassageFeed feed, PassageColumns columns, int count) =>
        feed.ReadPeriods(
            (key, period) =>
            {
                int slot = columns.Find(key, count);
                if (slot >= 0)
                {
                    columns.Periods[slot] = [.. columns.Periods[slot] ?? [], period];
                }
            }
        );

    /// <summary>The mean of the vectors stored first.</summary>
    private static VectorCentre ReadCentre(IPassageFeed feed, long set, int dimensions)
    {
        var sum = new float[dimensions];
        int rows = 0;
        feed.ReadVectors(
            set,
            RowsForCentre,
            (_, scale, codes) =>
            {
                for (int i = 0; i < Math.Min(sum.Length, codes.Length); i++)
                {
                    sum[i] += codes[i] * scale;
                }

                rows += scale > 0 ? 1 : 0;
            }
        );
        TensorPrimitives.Divide(sum, Math.Max(rows, 1), sum);
        return new VectorCentre(sum);
    }

    private static void LoadVectors(IPassageFeed feed, long set, PassageColumns columns, int count)
    {
        Array.Clear(columns.Scales);
        int slot = 0;
        feed.ReadVectors(
            set,
            int.MaxValue,
            (key, scale, codes) =>
            {
                while (slot < count && columns.Keys[slot] < key)
                {
                    slot++;
                }

                if (slot < count && columns.Keys[slot] == key)
                {
                    columns.SetVector(slot, scale, codes);
                }
            }
        );
    }

    /// <summary>
    /// Reads the vectors on another connection while the rows are read. It takes the n-th vector for that of the n-th row, which holds as
    /// long as each row has one: the caller compares.
    /// </summary>
    /// <returns>The keys in order; null when nothing of it counts.</returns>
    private static long[]? LoadVectorsBeside(IPassageFeed feed, FeedState state, long set, PassageColumns columns, int count)
    {
        var keys = new long[count];
        int slot = 0;
        bool isSame = feed.ReadBeside(
            state,
            other =>
                other.ReadVectors(
                    set,
                    count + 1,
                    (key, scale, codes) =>
                    {
                        if (slot < count)
                        {
                            keys[slot] = key;
                            columns.SetVector(slot, scale, codes);
                        }

                        slot++;
                    }
                )
        );
        return isSame && slot == count ? keys : null;
    }

    private static WordTail LoadTail(IPassageFeed feed, FeedState state, PassageColumns columns, int count)
    {
        int slot = FindFirst(columns, count, state.Blocks);
        WordTail tail = new(state.Blocks, slot);
        feed.ReadTerms(
            (key, terms) =>
            {
                while (slot < count && columns.Keys[slot] < key)
                {
                    slot++;
                }

                if (slot < count && columns.Keys[slot] == key)
                {
                    tail.Add(slot, terms);
                }
            }
        );
        return tail;
    }

    /// <summary>The first row that belongs to no complete block.</summary>
    public static int FindFirst(PassageColumns columns, int count, long blocks)
    {
        int slot = columns.Keys.AsSpan(0, count).BinarySearch(TermBlock.FirstKey(blocks));
        return slot < 0 ? ~slot : slot;
    }
}
