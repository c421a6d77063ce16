using BriefingBot.Storage.Search.Words;

namespace BriefingBot.Storage.Sqlite.Words;

/// <summary>
/// Writes which terms stand in a passage: first a row a passage, and when all keys of a block are given away, a row a term of the block in
/// place of them. Its caller holds the write lock.
/// </summary>
internal static class WordWriter
{
    /// <summary>Writes the terms of a new passage.</summary>
    /// <param name="session">In a transaction.</param>
    /// <param name="key">The passage.</param>
    /// <param name="stems">Each as often as it is to count.</param>
    public static void Write(SqliteSession session, long key, IReadOnlyList<string> stems)
    {
        var terms = new int[stems.Count];
        for (int i = 0; i < terms.Length; i++)
        {
            terms[i] = FindOrAdd(session, stems[i]);
        }

        session.Execute(
            "INSERT INTO passage_term (passage, entries) VALUES ($1, $2) ON CONFLICT DO NOTHING",
            key,
            PassageTerms.Write(terms)
        );
    }

    /// <summary>Takes away the terms of an article's current passages; blocks keep theirs, and searches pass them over.</summary>
    public static void Forget(SqliteSession session, long article) =>
        session.Execute(
            "DELETE FROM passage_term WHERE passage IN (SELECT key FROM passage WHERE article = $1 AND is_current = 1)",
            article
        );

    private static int FindOrAdd(SqliteSession session, string stem)
    {
        long number = session.ReadLong("SELECT number FROM term WHERE stem = $1", stem);
        return (int)(number != 0 ? number : session.Insert("INSERT INTO term (stem) VALUES ($1)", stem));
    }
}
