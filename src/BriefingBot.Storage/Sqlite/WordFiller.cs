using BriefingBot.Core.Coverage;
using BriefingBot.Storage.Search.Words;
using BriefingBot.Storage.Sql;
using BriefingBot.Storage.Sql.Words;

namespace BriefingBot.Storage.Sqlite;

/// <summary>
/// Writes the terms of passages that were stored before there were any, from their texts, a block at a time, so that an interruption loses
/// little. About a minute for a million passages.
/// </summary>
internal static class WordFiller
{
    /// <summary>Goes on where it stopped; does nothing once all are written.</summary>
    /// <returns>How many passages were done.</returns>
    public static int Fill(SqlSession session)
    {
        int done = 0;
        while (FindMissing(session) >= 0)
        {
            using (var transaction = session.BeginWrite(WriteTurn.Coverage))
            {
                // Another process may have been faster.
                long from = FindMissing(session);
                if (from < 0)
                {
                    break;
                }

                long next = TermBlock.FirstKey(TermBlock.Of(from) + 1);
                done += FillKeys(session, from, next);
                bool more = session.ReadLong("SELECT max(key) FROM passage") >= next;
                session.Execute("UPDATE meta SET value = $1 WHERE name = 'words_missing_from'", more ? next : -1);
                transaction.Commit();
            }

            BlockWriter.CompleteNext(session);
        }

        return done;
    }

    /// <summary>The first key whose words are still to be written; -1 when there is none.</summary>
    public static long FindMissing(SqlSession session) => session.ReadLong("SELECT value FROM meta WHERE name = 'words_missing_from'");

    private static int FillKeys(SqlSession session, long from, long to)
    {
        List<(long Key, List<string> Stems)> passages = [];
        using (
            var reader = session
                .Prepare(
                    "SELECT p.key, p.kind, p.start, p.\"end\", r.number, r.title, r.text FROM passage p JOIN revision "
                        + "r ON r.number = p.revision "
                        + "WHERE p.key >= $1 AND p.key < $2 AND p.is_current = 1 "
                        + "AND NOT EXISTS (SELECT 1 FROM passage_term t WHERE t.passage = p.key) ORDER BY p.key",
                    from,
                    to
                )
                .ExecuteReader()
        )
        {
            long revision = -1;
            var (title, text) = (new List<string>(), "");
            while (reader.Read())
            {
                if (reader.GetInt64(4) != revision)
                {
                    revision = reader.GetInt64(4);
                    title = [.. PassageStems.Of(reader.ReadText(5) ?? "")];
                    text = reader.ReadText(6) ?? "";
                }

                int start = reader.GetInt32(2);
                Passage passage = new(0, (PassageKind)reader.GetInt32(1), start, reader.GetInt32(3));
                passages.Add((reader.GetInt64(0), PassageStems.Of(text, passage, title)));
            }
        }

        var numbers = new WordWriter().Number(session, passages.SelectMany(passage => passage.Stems));
        WordWriter.Insert(session, passages, numbers);
        return passages.Count;
    }
}
