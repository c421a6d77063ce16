using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Storage.Sql.Articles;

/// <summary>
/// Reads passages by key: the slices are cut from the text of their revision, which is read once however many passages it has.
/// </summary>
internal static class PassageReader
{
    /// <summary>The current passages with these keys, in their order.</summary>
    public static List<StoredPassage> Load(SqlSession session, IReadOnlyList<long> keys)
    {
        using var transaction = session.BeginRead();
        List<StoredPassage> passages = new(keys.Count);
        Dictionary<long, RevisionRow> revisions = [];
        foreach (long key in keys)
        {
            long revision;
            Passage passage;
            using (
                var reader = session
                    .Prepare("SELECT revision, ordinal, kind, start, \"end\" FROM passage WHERE key = $1 AND is_current = 1", key)
                    .ExecuteReader()
            )
            {
                if (!reader.Read())
                {
                    continue;
                }

                revision = reader.GetInt64(0);
                passage = new Passage(reader.GetInt32(1), (PassageKind)reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4));
            }

            if (!revisions.TryGetValue(revision, out var row))
            {
                row = ReadRevision(session, revision);
                revisions.Add(revision, row);
            }

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

        return passages;
    }

    private static RevisionRow ReadRevision(SqlSession session, long number)
    {
        using var reader = session
            .Prepare($"SELECT {RevisionRow.Columns} FROM revision r JOIN article a ON a.number = r.article WHERE r.number = $1", number)
            .ExecuteReader();
        reader.Read();
        return RevisionRow.Read(reader);
    }
}
