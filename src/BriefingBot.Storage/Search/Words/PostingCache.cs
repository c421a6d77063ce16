using System.Collections.Concurrent;

namespace BriefingBot.Storage.Search.Words;

/// <summary>
/// The posting lists that were asked for, within a budget: when it is passed, those that were not used for longest go until half of it is
/// free. Belongs to the columns whose rows the lists name. Thread-safe.
/// </summary>
/// <param name="mostEntries">How many entries of all lists together, <see cref="EntryBytes"/> each.</param>
internal sealed class PostingCache(long mostEntries)
{
    /// <summary>What an entry takes in memory.</summary>
    public const int EntryBytes = sizeof(int) + sizeof(ushort);

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Lock _evicting = new();
    private long _kept;
    private long _uses;

    /// <summary>The list of a stem, and marks it used; null when it is not kept.</summary>
    public PostingList? Find(string stem)
    {
        if (!_entries.TryGetValue(stem, out var entry))
        {
            return null;
        }

        Volatile.Write(ref entry.Used, Interlocked.Increment(ref _uses));
        return entry.List;
    }

    /// <summary>Keeps a list in place of the stem's own.</summary>
    public void Keep(string stem, PostingList list)
    {
        Entry added = new(list) { Used = Interlocked.Increment(ref _uses) };
        long before = 0;
        _entries.AddOrUpdate(
            stem,
            added,
            (_, entry) =>
            {
                before = entry.List.Count;
                return added;
            }
        );
        if (Interlocked.Add(ref _kept, list.Count - before) > mostEntries)
        {
            Evict();
        }
    }

    private void Evict()
    {
        lock (_evicting)
        {
            foreach (var (stem, entry) in _entries.OrderBy(static pair => Volatile.Read(ref pair.Value.Used)).ToArray())
            {
                if (Interlocked.Read(ref _kept) <= mostEntries / 2)
                {
                    return;
                }

                if (_entries.TryRemove(new KeyValuePair<string, Entry>(stem, entry)))
                {
                    Interlocked.Add(ref _kept, -entry.List.Count);
                }
            }
        }
    }

    private sealed class Entry(PostingList list)
    {
        public long Used;

        public PostingList List { get; } = list;
    }
}
