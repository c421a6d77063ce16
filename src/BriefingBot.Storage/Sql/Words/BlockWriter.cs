using System.Runtime.InteropServices;
using BriefingBot.Storage.Search.Words;

namespace BriefingBot.Storage.Sql.Words;

/// <summary>Completes the blocks of terms whose keys are all given away. Its caller holds the write lock.</summary>
internal static class BlockWriter
{
    /// <summary>Writes the next block, if its keys are all given away, in a transaction of its own.</summary>
    /// <returns>False when there is none.</returns>
    public static bool CompleteNext(SqlSession session)
    {
        if (FindNext(session) is null)
        {
            return false;
        }

        using var transaction = session.BeginWrite(WriteTurn.Coverage);

        // Another process may have been faster.
        if (FindNext(session) is not { } block)
        {
            return false;
        }

        long next = TermBlock.FirstKey(block + 1);
        foreach (var (term, entries) in Collect(session, block, next).OrderBy(pair => pair.Key))
        {
            session.Execute(
                "INSERT INTO word_block (block, term, entries) VALUES ($1, $2, $3)",
                block,
                term,
                CollectionsMarshal.AsSpan(entries.Bytes).ToArray()
            );
        }

        session.Execute("DELETE FROM passage_term WHERE passage < $1", next);
        session.Execute("UPDATE meta SET value = $1 WHERE name = 'word_blocks'", block + 1);
        transaction.Commit();
        return true;
    }

    /// <summary>The first block that is not written and will get no more passages; null when there is none.</summary>
    private static long? FindNext(SqlSession session)
    {
        long block = session.ReadLong("SELECT value FROM meta WHERE name = 'word_blocks'");
        long next = TermBlock.FirstKey(block + 1);
        long missing = session.ReadLong("SELECT value FROM meta WHERE name = 'words_missing_from'");
        bool isWhole = session.ReadLastPassageKey() >= next - 1;
        return isWhole && (missing < 0 || missing >= next) ? block : null;
    }

    private static Dictionary<int, Entries> Collect(SqlSession session, long block, long next)
    {
        Dictionary<int, Entries> lists = [];
        long first = TermBlock.FirstKey(block);
        using var reader = session
            .Prepare("SELECT passage, entries FROM passage_term WHERE passage < $1 ORDER BY passage", next)
            .ExecuteReader();
        while (reader.Read())
        {
            long key = reader.GetInt64(0);
            PassageTerms terms = new(reader.ReadBytes(1));
            while (terms.Read())
            {
                var entries = CollectionsMarshal.GetValueRefOrAddDefault(lists, terms.Term, out _) ??= new Entries { Last = first };
                TermBlock.Append(entries.Bytes, (int)(key - entries.Last), terms.Frequency);
                entries.Last = key;
            }
        }

        return lists;
    }

    private sealed class Entries
    {
        public List<byte> Bytes { get; } = [];

        public long Last { get; set; }
    }
}
