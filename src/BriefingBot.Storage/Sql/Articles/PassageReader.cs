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
        var revisions = FindRevisions(session, places.Values.Select(place => place.Revision).Distinct(), kept);
        List<StoredPassage> passages = new(keys.Count);
        foreach (long key in keys)
        {
            if (places.TryGetValue(key, out var place))
            {
                var (revision, passage) = place;
                var row = revisions[revision];
                passages.Add(
                    new StoredPassage(
                        key,
                        new PassageId(row.Header.Id, row.Header.Revision, passage.Ordinal),
                        passage.Kind,
                        passage.Start,
                        row.Text[passage.Start..passage.End],
                        row.Header
                    )
                );
            }
        }

        return passages;
    }

    private static Dictionary<long, (long Revision, Passage Passage)> ReadPlaces(SqlSession session, IEnumerable<long> keys)
    {
        Dictionary<long, (long, Passage)> places = [];
        using var reader = session
            .Prepare(
                $"""
                SELECT p.key, p.revision, p.ordinal, p.kind, p.start, p."end" FROM {session.Each("$1")} j
                JOIN passage p ON p.key = CAST(j.value AS bigint) WHERE p.is_current = 1
                """,
                JsonList.Of(keys)
            )
            .ExecuteReader();
        while (reader.Read())
        {
            Passage passage = new(reader.GetInt32(2), (PassageKind)reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5));
            places[reader.GetInt64(0)] = (reader.GetInt64(1), passage);
        }

        return places;
    }

    private static Dictionary<long, RevisionRow> FindRevisions(SqlSession session, IEnumerable<long> numbers, RevisionCache kept)
    {
        Dictionary<long, RevisionRow> revisions = [];
        List<long> missing = [];
        foreach (long number in numbers)
        {
            if (kept.Find(number) is { } row)
            {
                revisions[number] = row;
            }
            else
            {
                missing.Add(number);
            }
        }

        if (missing.Count > 0)
        {
            ReadRevisions(session, missing, kept, revisions);
        }

        return revisions;
    }

    private static void ReadRevisions(SqlSession session, List<long> numbers, RevisionCache kept, Dictionary<long, RevisionRow> revisions)
    {
        using var reader = session
            .Prepare(
                $"""
                SELECT {RevisionRow.Columns} FROM {session.Each("$1")} j
                JOIN revision r ON r.number = CAST(j.value AS bigint) JOIN article a ON a.number = r.article
                """,
                JsonList.Of(numbers)
            )
            .ExecuteReader();
        while (reader.Read())
        {
            var row = RevisionRow.Read(reader);
            revisions[row.Number] = row;
            kept.Keep(row);
        }
    }
}
