using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;
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
    private const int RowsForCentre = 2000;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _collections = new(StringComparer.Ordinal);
    private volatile PassageSnapshot _current = Empty;

    private static PassageSnapshot Empty => new(-1, new PassageColumns(0, 0, keepCodes: true), 0, 0, 0, [], null, new(StringComparer.Ordinal));

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
            long state = session.ReadLong("SELECT value FROM meta WHERE name = 'index_state'");
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
        PassageColumns columns = new(count, set is null ? 0 : encoder.Dimensions, keepCodes: count <= options.MaxVectorsInMemory);
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

        ReadPeriods(session, columns, slot);
        if (set is not null)
        {
            columns.Centre = ReadCentre(session, columns.Dimensions, set.Value);
            ReadVectors(session, columns, slot, set.Value);
        }

        Publish(new PassageSnapshot(state, columns, slot, slot, words, [], set, new(StringComparer.Ordinal)));
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
            var rows = session.Connection.Query<PassageRow>(
                "SELECT key, revision, kind, start, \"end\", words FROM passage WHERE article = @Number AND is_current = 1 ORDER BY key", article).ToList();
            var keys = rows.Select(r => r.Key).ToHashSet();
            foreach (int slot in FindSlots(before, article.Number))
            {
                if (keys.Contains(columns.Keys[slot]))
                {
                    RefreshRow(session, columns, slot, before.VectorSet);
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
        if (count > columns.Capacity)
        {
            columns = columns.Grow(before.Count, count, options.MaxVectorsInMemory);
        }

        long? set = before.VectorSet;
        for (int i = 0; i < added.Count; i++)
        {
            int slot = before.Count + i;
            SetRow(columns, slot, added[i].Row.Key, added[i].Article, (int)added[i].Row.Words);
            RefreshRow(session, columns, slot, set);
            live++;
            words += added[i].Row.Words;
        }

        ExtendPostings(session, before, added, count);
        Publish(new PassageSnapshot(state, columns, count, live, words, [], set, before.Postings));
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

    private static void RefreshRow(SqliteSession session, PassageColumns columns, int slot, long? set)
    {
        long key = columns.Keys[slot];
        List<TimeWindow> periods = [];
        using (var reader = session.Prepare("SELECT from_day, to_day FROM passage_period WHERE passage = $1", key).ExecuteReader())
        {
            while (reader.Read())
            {
                periods.Add(new TimeWindow(DateOnly.FromDayNumber(reader.GetInt32(0)), DateOnly.FromDayNumber(reader.GetInt32(1))));
            }
        }

        columns.Periods[slot] = periods.Count == 0 ? null : [.. periods];
        if (set is not null)
        {
            using var reader = session.Prepare("SELECT scale, codes FROM vector WHERE vector_set = $1 AND passage = $2", set, key).ExecuteReader();
            if (reader.Read())
            {
                columns.SetVector(slot, reader.GetFloat(0), MemoryMarshal.Cast<byte, sbyte>(raw.sqlite3_column_blob(reader.Handle, 1)));
            }
        }
    }

    private static void ReadPeriods(SqliteSession session, PassageColumns columns, int count)
    {
        using var reader = session.Prepare(
            "SELECT passage, from_day, to_day FROM passage_period ORDER BY passage").ExecuteReader();
        while (reader.Read())
        {
            int slot = columns.Find(reader.GetInt64(0), count);
            if (slot >= 0)
            {
                TimeWindow period = new(DateOnly.FromDayNumber(reader.GetInt32(1)), DateOnly.FromDayNumber(reader.GetInt32(2)));
                columns.Periods[slot] = [.. columns.Periods[slot] ?? [], period];
            }
        }
    }

    private static VectorCentre ReadCentre(SqliteSession session, int dimensions, long set)
    {
        var sum = new float[dimensions];
        int rows = 0;
        using var reader = session.Prepare(
            "SELECT scale, codes FROM vector WHERE vector_set = $1 AND scale > 0 LIMIT $2", set, RowsForCentre).ExecuteReader();
        while (reader.Read())
        {
            float scale = reader.GetFloat(0);
            var codes = MemoryMarshal.Cast<byte, sbyte>(raw.sqlite3_column_blob(reader.Handle, 1));
            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += codes[i] * scale;
            }

            rows++;
        }

        TensorPrimitives.Divide(sum, Math.Max(rows, 1), sum);
        return new VectorCentre(sum);
    }

    private static void ReadVectors(SqliteSession session, PassageColumns columns, int count, long set)
    {
        int slot = 0;
        using var reader = session.Prepare("SELECT passage, scale, codes FROM vector WHERE vector_set = $1 ORDER BY passage", set).ExecuteReader();
        while (reader.Read())
        {
            long key = raw.sqlite3_column_int64(reader.Handle, 0);
            while (slot < count && columns.Keys[slot] < key)
            {
                slot++;
            }

            if (slot < count && columns.Keys[slot] == key)
            {
                columns.SetVector(
                    slot, (float)raw.sqlite3_column_double(reader.Handle, 1), MemoryMarshal.Cast<byte, sbyte>(raw.sqlite3_column_blob(reader.Handle, 2)));
            }
        }
    }

    private static void ExtendPostings(SqliteSession session, PassageSnapshot before, List<(ArticleRow Article, PassageRow Row)> added, int count)
    {
        if (before.Postings.IsEmpty || added.Count == 0)
        {
            return;
        }

        Dictionary<string, List<(int Slot, int Frequency)>> entries = new(StringComparer.Ordinal);
        RevisionText text = new(session);
        for (int i = 0; i < added.Count; i++)
        {
            var row = added[i].Row;
            foreach (var group in text.Stems(row).GroupBy(s => s, StringComparer.Ordinal))
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(entries, group.Key, out _) ??= []).Add((before.Count + i, group.Count()));
            }
        }

        foreach (var (stem, list) in before.Postings)
        {
            if (list.Through == before.Count)
            {
                before.Postings.TryUpdate(stem, list.Append(entries.GetValueOrDefault(stem, []), count), list);
            }
            else
            {
                before.Postings.TryRemove(new KeyValuePair<string, PostingList>(stem, list));
            }
        }
    }

    private long? FindVectorSet(SqliteSession session)
    {
        long set = session.ReadLong("SELECT number FROM vector_set WHERE is_active = 1 AND encoder = $1 AND dimensions = $2", encoder.Name, encoder.Dimensions);
        return set == 0 ? null : set;
    }

    private static IEnumerable<ArticleRow> ReadArticles(SqliteSession session, long since) => session.Connection.Query<ArticleRow>(
        "SELECT number, collection, published_order AS PublishedOrder FROM article WHERE changed > @since", new { since });

    /// <summary>A row of the table of articles, as far as searches need it.</summary>
    internal sealed record ArticleRow(long Number, string Collection, long? PublishedOrder);

    /// <summary>A row of the table of passages.</summary>
    internal sealed record PassageRow(long Key, long Revision, long Kind, long Start, long End, long Words);

    /// <summary>Cuts passages from the text of their revision, reading each text once.</summary>
    private sealed class RevisionText(SqliteSession session)
    {
        private long _revision = -1;
        private string _title = "";
        private string _text = "";

        public IEnumerable<string> Stems(PassageRow row)
        {
            if (row.Revision != _revision)
            {
                using var reader = session.Prepare("SELECT title, text FROM revision WHERE number = $1", row.Revision).ExecuteReader();
                reader.Read();
                (_revision, _title, _text) = (row.Revision, reader.GetString(0), reader.GetString(1));
            }

            var own = PassageStems.Of(_text.AsSpan((int)row.Start, (int)(row.End - row.Start)));
            return PassageStems.CarriesTitle((PassageKind)row.Kind) ? own.Concat(PassageStems.Of(_title)) : own;
        }
    }
}
