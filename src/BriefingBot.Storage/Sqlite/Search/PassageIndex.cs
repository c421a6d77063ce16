using System.Numerics;
using System.Runtime.InteropServices;
using BriefingBot.Core.Retrieval.Encoding;
using Dapper;
using SQLitePCL;

namespace BriefingBot.Storage.Sqlite.Search;

/// <summary>
/// The passages in memory, in step with the store: loaded at start, then led forward by the index state, whoever made the change.
/// <see cref="Current"/> may be read at any time; the rest takes a lock.
/// </summary>
internal sealed class PassageIndex(EncoderIdentity encoder, SqliteStoreOptions options)
{
    private const int LeastRowsToCompact = 4096;
    private const int MostArticlesToFollow = 500;
    private const int LeastCapacity = 1024;
    private const int SettledRows = 8192;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _collections = new(StringComparer.Ordinal);
    private volatile PassageSnapshot _current = Empty;

    private static PassageSnapshot Empty => new(-1, new PassageColumns(0, 0, keepCodes: true), 0, 0, 0, [], null, new(0));

    /// <summary>The passages at the latest state that was followed.</summary>
    public PassageSnapshot Current => _current;

    /// <summary>Follows the store, if the connection has seen another one's commit since it was asked last.</summary>
    public PassageSnapshot Follow(SqliteSession session)
    {
        long version = session.ReadLong("PRAGMA data_version");
        if (version != session.DataVersion)
        {
            CatchUp(session);
            session.DataVersion = version;
        }

        return _current;
    }

    /// <summary>Brings the index to the store's state.</summary>
    public void CatchUp(SqliteSession session)
    {
        lock (_gate)
        {
            using var transaction = session.BeginRead();
            long state = StoreState.Read(session);
            if (state <= _current.State)
            {
                return;
            }

            bool wasted = _current.Count > LeastRowsToCompact && _current.Live < _current.Count / 2;
            if (wasted || session.ReadLong("SELECT value FROM meta WHERE name = 'reload_state'") > _current.State || _current.State < 0)
            {
                Load(session, state);
            }
            else
            {
                Advance(session, state);
            }
        }
    }

    private void Load(SqliteSession session, long state)
    {
        long? set = FindVectorSet(session);
        int count = (int)session.ReadLong("SELECT count(*) FROM passage WHERE is_current = 1");
        int capacity = Math.Max((int)BitOperations.RoundUpToPowerOf2((uint)count + 1), LeastCapacity);
        PassageColumns columns = new(
            count < SettledRows ? capacity : count,
            set is null ? 0 : encoder.Dimensions,
            keepCodes: count * (long)encoder.Dimensions <= options.MostCodeBytes
        );
        var articles = ReadArticles(session, -1).ToDictionary(a => a.Number);
        int slot = 0;
        long words = 0;
        using (var reader = session.Prepare("SELECT key, article, words FROM passage WHERE is_current = 1 ORDER BY key").ExecuteReader())
        {
            for (; reader.Read() && slot < count; slot++)
            {
                var article = articles[raw.sqlite3_column_int64(reader.Handle, 1)];
                SetRow(columns, slot, raw.sqlite3_column_int64(reader.Handle, 0), article, raw.sqlite3_column_int(reader.Handle, 2));
                words += columns.Lengths[slot];
            }
        }

        PeriodReader.ReadAll(session, columns, slot);
        if (set is not null)
        {
            columns.Centre = VectorReader.ReadCentre(session, columns.Dimensions, set.Value);
            VectorReader.ReadAll(session, columns, slot, set.Value);
        }

        Publish(new PassageSnapshot(state, columns, slot, slot, words, [], set, new(options.MostPostings)));
    }

    private void Advance(SqliteSession session, long state)
    {
        var before = _current;
        var changed = ReadArticles(session, before.State).ToList();
        if (changed.Count > MostArticlesToFollow)
        {
            Load(session, state);
            return;
        }

        var columns = before.Columns;
        var (live, words) = (before.Live, before.TotalWords);
        long lastKey = before.Count > 0 ? columns.Keys[before.Count - 1] : 0;
        List<(ArticleRow Article, PassageRow Row)> added = [];
        foreach (var article in changed)
        {
            var rows = session
                .Connection.Query<PassageRow>(
                    "SELECT key, revision, kind, start, \"end\", words FROM passage WHERE article = @Number AND "
                        + "is_current = 1 ORDER BY key",
                    article
                )
                .ToList();
            var keys = rows.Select(r => r.Key).ToHashSet();
            foreach (int slot in FindSlots(before, article.Number))
            {
                if (keys.Contains(columns.Keys[slot]))
                {
                    ReadRow(session, columns, slot, before.VectorSet);
                }
                else
                {
                    columns.Died[slot] = state;
                    live--;
                    words -= columns.Lengths[slot];
                }
            }

            added.AddRange(rows.Where(r => r.Key > lastKey).Select(r => (article, r)));
        }

        added.Sort(static (a, b) => a.Row.Key.CompareTo(b.Row.Key));
        int count = before.Count + added.Count;
        if (count > columns.Capacity && count <= SettledRows)
        {
            // The centre of the vectors was that of the first few articles.
            Load(session, state);
            return;
        }

        if (count > columns.Capacity)
        {
            columns = columns.Grow(before.Count, count, options.MostCodeBytes);
        }

        for (int i = 0; i < added.Count; i++)
        {
            int slot = before.Count + i;
            SetRow(columns, slot, added[i].Row.Key, added[i].Article, (int)added[i].Row.Words);
            ReadRow(session, columns, slot, before.VectorSet);
            live++;
            words += added[i].Row.Words;
        }

        PostingUpdate.Append(session, before, [.. added.Select(a => a.Row)], count);
        Publish(new PassageSnapshot(state, columns, count, live, words, [], before.VectorSet, before.Postings));
    }

    private void Publish(PassageSnapshot snapshot) =>
        _current = snapshot with { Collections = [.. _collections.OrderBy(c => c.Value).Select(c => c.Key)] };

    private void SetRow(PassageColumns columns, int slot, long key, ArticleRow article, int words)
    {
        ref int collection = ref CollectionsMarshal.GetValueRefOrAddDefault(_collections, article.Collection, out bool known);
        collection = known ? collection : _collections.Count - 1;
        columns.Keys[slot] = key;
        columns.Articles[slot] = article.Number;
        columns.Days[slot] = article.PublishedOrder is { } order ? PublicationOrder.Day(order) : PassageColumns.Undated;
        columns.Died[slot] = long.MaxValue;
        columns.Lengths[slot] = words;
        columns.Collections[slot] = collection;
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

    private static void ReadRow(SqliteSession session, PassageColumns columns, int slot, long? set)
    {
        PeriodReader.Read(session, columns, slot);
        if (set is not null)
        {
            VectorReader.Read(session, columns, slot, set.Value);
        }
    }

    private long? FindVectorSet(SqliteSession session)
    {
        long set = session.ReadLong(
            "SELECT number FROM vector_set WHERE is_active = 1 AND encoder = $1 AND dimensions = $2",
            encoder.Name,
            encoder.Dimensions
        );
        return set == 0 ? null : set;
    }

    private static IEnumerable<ArticleRow> ReadArticles(SqliteSession session, long since) =>
        session.Connection.Query<ArticleRow>(
            "SELECT number, collection, published_order AS PublishedOrder FROM article WHERE changed > @since",
            new { since }
        );
}
