using System.Buffers;
using System.Data.Common;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Storage.Sql.Articles;

/// <summary>
/// Reads passages by key in two statements, however many: the slices are cut from the text of their revision, which is read once.
/// </summary>
internal static class PassageReader
{
    /// <summary>The current passages with these keys, in their order.</summary>
    /// <param name="session">Reads in no transaction: a revision never changes, and the keys are looked up at once.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="kept">Revisions that need not be read.</param>
    public static List<StoredPassage> Load(SqlSession session, IReadOnlyList<long> keys, RevisionCache kept)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        var places = ReadPlaces(session, keys);
        Dictionary<long, StoredPassage> read = new(places.Count);
        var missing = places.GroupBy(place => place.Revision).Where(revision => !Cut(kept.Find(revision.Key), revision, read)).ToList();
        if (missing.Count > 0)
        {
            ReadRevisions(session, missing.ToDictionary(revision => revision.Key, revision => revision.ToList()), kept, read);
        }

        return [.. keys.Where(read.ContainsKey).Select(key => read[key])];
    }

    private static bool Cut(RevisionRow? revision, IEnumerable<PassagePlace> places, Dictionary<long, StoredPassage> read)
    {
        foreach (var place in revision is null ? [] : places)
        {
            read[place.Key] = place.CutFrom(revision!.Text, revision.Header);
        }

        return revision is not null;
    }

    private static List<PassagePlace> ReadPlaces(SqlSession session, IReadOnlyCollection<long> keys)
    {
        List<PassagePlace> places = new(keys.Count);
        using var reader = session
            .Prepare(
                $"""
                SELECT p.key, p.revision, p.ordinal, p.kind, p.start, p."end", p.planted FROM {session.Each("$1")} j
                JOIN passage p ON p.key = CAST(j.value AS bigint) WHERE p.is_current = 1
                """,
                JsonList.Of(keys)
            )
            .ExecuteReader();
        while (reader.Read())
        {
            Passage passage = new(reader.GetInt32(2), (PassageKind)reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5));
            var planted = PlantedColumn.Read(reader.ReadText(6), passage.End - passage.Start);
            places.Add(new PassagePlace(reader.GetInt64(0), reader.GetInt64(1), passage, planted));
        }

        return places;
    }

    private static void ReadRevisions(
        SqlSession session,
        Dictionary<long, List<PassagePlace>> wanted,
        RevisionCache kept,
        Dictionary<long, StoredPassage> read
    )
    {
        using var reader = session
            .Prepare(
                $"""
                SELECT {RevisionRow.Columns} FROM {session.Each("$1")} j
                JOIN revision r ON r.number = CAST(j.value AS bigint) JOIN article a ON a.number = r.article
                """,
                JsonList.Of(wanted.Keys)
            )
            .ExecuteReader();
        while (reader.Read())
        {
            if (kept.KeepsAny)
            {
                var row = RevisionRow.Read(reader);
                kept.Keep(row);
                Cut(row, wanted[row.Number], read);
            }
            else
            {
                CutStart(reader, wanted, read);
            }
        }
    }

    /// <summary>Of a text that nobody keeps no string is made, and what is behind the last of the passages is not read.</summary>
    private static void CutStart(DbDataReader reader, Dictionary<long, List<PassagePlace>> wanted, Dictionary<long, StoredPassage> read)
    {
        var header = RevisionRow.ReadHeader(reader);
        var places = wanted[reader.GetInt64(0)];
        int needed = places.Max(place => place.Passage.End);
        char[] units = ArrayPool<char>.Shared.Rent(needed);
        try
        {
            var start = reader.ReadStart(RevisionRow.TextColumn, units.AsSpan(0, needed));
            foreach (var place in places)
            {
                read[place.Key] = place.CutFrom(start, header);
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(units);
        }
    }
}
