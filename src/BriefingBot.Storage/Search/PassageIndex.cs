using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Storage.Search.Feeding;

namespace BriefingBot.Storage.Search;

/// <summary>
/// The passages in memory, in step with the store: loaded at start, then led forward by the index state, whoever made the change.
/// <see cref="Current"/> may be read at any time; the rest takes a lock.
/// </summary>
internal sealed class PassageIndex(EncoderIdentity encoder, SearchMemory memory)
{
    private const int LeastDeadToCompact = 4096;
    private const int ShareOfDead = 8;
    private const int MostArticlesToFollow = 500;
    private readonly Lock _gate = new();
    private volatile bool _isBroken;
    private volatile PassageSnapshot _current = new(-1, new(0, 0, keepCodes: true), 0, 0, 0, [], null, new(0, 0), new(0));

    /// <summary>The passages at the latest state that was followed.</summary>
    public PassageSnapshot Current => _current;

    /// <summary>Are so many rows dead that searches would be faster without them?</summary>
    public bool IsWasteful =>
        _current is var current && current.Count - current.Live > Math.Max(LeastDeadToCompact, current.Count / ShareOfDead);

    /// <summary>Follows the store, if the feed may have seen another one's commit since it was asked last.</summary>
    public PassageSnapshot Follow(IPassageFeed feed)
    {
        if (feed.MayHaveChanged() || _isBroken)
        {
            CatchUp(feed);
        }

        return _current;
    }

    /// <summary>Brings the index to the store's state.</summary>
    public void CatchUp(IPassageFeed feed)
    {
        lock (_gate)
        {
            // What was broken off has written into columns and lists that go on: all is loaded anew.
            bool broken = _isBroken;
            _isBroken = true;
            long changes = feed.CountChanges();
            using var transaction = feed.BeginRead();
            var state = feed.ReadState();
            if (broken || state.Index > _current.State || state.Blocks > _current.Tail.Blocks)
            {
                var led = broken ? null : Advance(feed, _current, state);
                _current = led ?? PassageLoader.Load(feed, state, encoder.Dimensions, memory);
            }

            feed.FollowChanges(changes);
            _isBroken = false;
        }
    }

    /// <summary>
    /// Leaves out the dead rows: all is read anew beside the current passages, which are searched and led forward meanwhile.
    /// </summary>
    public void Compact(IPassageFeed feed)
    {
        PassageSnapshot loaded;
        using (feed.BeginRead())
        {
            loaded = PassageLoader.Load(feed, feed.ReadState(), encoder.Dimensions, memory);
        }

        lock (_gate)
        {
            using var transaction = feed.BeginRead();
            _current = Advance(feed, loaded, feed.ReadState()) ?? _current;
        }
    }

    /// <summary>The passages at the store's state, led forward from an earlier one; null when they are better loaded anew.</summary>
    private PassageSnapshot? Advance(IPassageFeed feed, PassageSnapshot before, FeedState state)
    {
        if (before.State < 0 || state.Reload > before.State)
        {
            return null;
        }

        var changed = feed.ReadArticles(before.State);
        if (changed.Count > MostArticlesToFollow)
        {
            return null;
        }

        List<string> collections = [.. before.Collections];
        var (columns, live, words) = (before.Columns, before.Live, before.TotalWords);
        var (added, died, lost) = FindChanges(feed, before, changed, state.Index);
        int count = before.Count + added.Count;
        if (count > columns.Capacity)
        {
            if (count <= PassageColumns.Settled)
            {
                // The centre of the vectors was that of the first few articles.
                return null;
            }

            columns = columns.Grow(before.Count, count, memory.MostCodeBytes);
        }

        for (int i = 0; i < added.Count; i++)
        {
            int slot = before.Count + i;
            var (article, key, length) = added[i];
            columns.SetRow(slot, key, article, collections, length);
            words += length;
        }

        if (added.Count > 0 && !ReadRows(feed, columns, before, count))
        {
            // Another process has completed a block of them.
            return null;
        }

        var tail =
            state.Blocks == before.Tail.Blocks
                ? before.Tail
                : before.Tail.From(state.Blocks, PassageLoader.FindFirst(columns, count, state.Blocks));
        return before with
        {
            State = state.Index,
            Columns = columns,
            Count = count,
            Live = live + added.Count - died,
            TotalWords = words - lost,
            Collections = collections,
            Tail = tail,
        };
    }

    private static (List<(FedArticle Article, long Key, int Words)> Added, int Died, long Lost) FindChanges(
        IPassageFeed feed,
        PassageSnapshot before,
        IReadOnlyList<FedArticle> changed,
        long state
    )
    {
        long lastKey = before.Count > 0 ? before.Columns.Keys[before.Count - 1] : 0;
        List<(FedArticle Article, long Key, int Words)> added = [];
        int died = 0;
        long lost = 0;
        foreach (var article in changed)
        {
            HashSet<long> keys = [];
            feed.ReadPassages(
                article.Number,
                (key, _, words) =>
                {
                    keys.Add(key);
                    if (key > lastKey)
                    {
                        added.Add((article, key, words));
                    }
                }
            );
            foreach (int slot in FindSlots(before, article.Number))
            {
                if (keys.Contains(before.Columns.Keys[slot]))
                {
                    ReadRow(feed, before.Columns, slot, before.VectorSet);
                }
                else
                {
                    before.Columns.Died[slot] = state;
                    died++;
                    lost += before.Columns.Lengths[slot];
                }
            }
        }

        added.Sort(static (a, b) => a.Key.CompareTo(b.Key));
        return (added, died, lost);
    }

    private static List<int> FindSlots(PassageSnapshot snapshot, long article)
    {
        List<int> slots = [];
        var articles = snapshot.Columns.Articles.AsSpan(0, snapshot.Count);
        for (int from = 0; articles[from..].IndexOf(article) is var step and >= 0; from += step + 1)
        {
            if (snapshot.IsLive(from + step))
            {
                slots.Add(from + step);
            }
        }

        return slots;
    }

    /// <summary>What is read of the rows that were added, in a statement a table.</summary>
    /// <returns>False when the terms of some of them are not there.</returns>
    private static bool ReadRows(IPassageFeed feed, PassageColumns columns, PassageSnapshot before, int count)
    {
        var (first, last) = (columns.Keys[before.Count], columns.Keys[count - 1]);
        feed.ReadPeriods(
            first,
            last,
            (key, period) =>
            {
                if (columns.Find(key, count) is var slot and >= 0)
                {
                    columns.Periods[slot] = [.. columns.Periods[slot] ?? [], period];
                }
            }
        );
        if (before.VectorSet is { } set)
        {
            feed.ReadVectors(
                set,
                first,
                last,
                (key, scale, codes) =>
                {
                    if (columns.Find(key, count) is var slot and >= 0)
                    {
                        columns.SetVector(slot, scale, codes);
                    }
                }
            );
        }

        int found = 0;
        feed.ReadTerms(
            first,
            last,
            (key, terms) =>
            {
                if (columns.Find(key, count) is var slot and >= 0)
                {
                    before.Tail.Add(slot, terms);
                    found++;
                }
            }
        );
        return found == count - before.Count;
    }

    private static void ReadRow(IPassageFeed feed, PassageColumns columns, int slot, long? set)
    {
        long key = columns.Keys[slot];
        List<TimeWindow> periods = [];
        feed.ReadPeriods(key, key, (_, period) => periods.Add(period));
        columns.Periods[slot] = periods.Count == 0 ? null : [.. periods];
        if (set is not null)
        {
            feed.ReadVector(set.Value, key, (_, scale, codes) => columns.SetVector(slot, scale, codes));
        }
    }
}
