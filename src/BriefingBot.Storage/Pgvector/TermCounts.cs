using System.Runtime.InteropServices;
using BriefingBot.Storage.Search.Words;
using BriefingBot.Storage.Sql;

namespace BriefingBot.Storage.Pgvector;

/// <summary>By how much a step changes the number of passages: of all, and of those with a term.</summary>
internal sealed class TermCounts
{
    private readonly Dictionary<int, int> _terms = [];
    private int _passages;
    private long _words;

    /// <summary>Counts a passage in or out.</summary>
    /// <param name="entries">Its terms, as <see cref="PassageTerms"/> writes them.</param>
    /// <param name="words">How many words it has.</param>
    /// <param name="sign">1 or -1.</param>
    public void Add(ReadOnlySpan<byte> entries, int words, int sign)
    {
        _passages += sign;
        _words += sign * words;
        PassageTerms terms = new(entries);
        while (terms.Read())
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_terms, terms.Term, out _) += sign;
        }
    }

    /// <summary>Writes what changed.</summary>
    public void Write(SqlSession session)
    {
        var changed = _terms.Where(static term => term.Value != 0).ToList();
        if (changed.Count > 0)
        {
            session.Execute(
                """
                INSERT INTO search_term (term, passages) SELECT * FROM unnest($1, $2)
                ON CONFLICT (term) DO UPDATE SET passages = search_term.passages + excluded.passages
                """,
                changed.Select(static term => term.Key).ToArray(),
                changed.Select(static term => term.Value).ToArray()
            );
        }

        session.Execute("UPDATE search_state SET passages = passages + $1, words = words + $2", _passages, _words);
    }
}
