using System.Data.Common;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Search.Words;
using BriefingBot.Storage.Sql;

namespace BriefingBot.Storage.Pgvector;

/// <summary>Scores the passages that the database gives, with the same numbers as the search in memory.</summary>
/// <param name="terms">The terms in the order of the question: sums of floats depend on it.</param>
/// <param name="bm25">The scores.</param>
internal sealed class ScoredPassages(IReadOnlyList<WeightedTerm> terms, Bm25 bm25)
{
    private readonly List<PassageHit> _hits = [];
    private readonly Dictionary<int, int> _places = terms.Select((term, i) => (term.Number, i)).ToDictionary(p => p.Number, p => p.i);
    private readonly int[] _frequencies = new int[terms.Count];

    /// <summary>How many have one of the terms.</summary>
    public int Count => _hits.Count;

    /// <summary>Adds rows of a passage's key, its words and its terms.</summary>
    public void AddAll(DbDataReader rows, CancellationToken cancellationToken)
    {
        while (rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            float score = Score(rows.ReadBytes(2), rows.GetInt32(1));
            if (score > 0)
            {
                _hits.Add(new PassageHit(rows.GetInt64(0), score));
            }
        }
    }

    /// <summary>The best, best first; of equal ones the earlier.</summary>
    public PassageHit[] Best(int limit) => [.. _hits.OrderByDescending(static hit => hit.Score).ThenBy(static hit => hit.Key).Take(limit)];

    /// <summary>What another passage must beat to be among the best; 0 while there are not so many.</summary>
    public float Threshold(int limit) => _hits.Count < limit ? 0 : (float)Best(limit)[^1].Score;

    private float Score(byte[] entries, int length)
    {
        Array.Clear(_frequencies);
        PassageTerms read = new(entries);
        while (read.Read())
        {
            if (_places.TryGetValue(read.Term, out int place))
            {
                _frequencies[place] = read.Frequency;
            }
        }

        float score = 0;
        for (int i = 0; i < _frequencies.Length; i++)
        {
            if (_frequencies[i] > 0)
            {
                score += bm25.Score(terms[i].Most, _frequencies[i], length);
            }
        }

        return score;
    }
}
