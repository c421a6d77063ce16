using BriefingBot.Core.Questions;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Retrieval;

/// <summary>Which terms of a question stand in a text: by stem, or as another word for the same country ("Moscow" for Russia).</summary>
public sealed class TermCoverage
{
    private readonly Dictionary<string, int> _byStem = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _byCountry = [];

    /// <summary>Prepares to look for the terms; at most the first 64 count.</summary>
    public TermCoverage(IReadOnlyList<QuestionTerm> terms)
    {
        for (int i = 0; i < Math.Min(terms.Count, 64); i++)
        {
            _byStem.TryAdd(terms[i].Stem, i);
            if (CountryNames.GroupOf(terms[i].Stem) is >= 0 and var group)
            {
                _byCountry.TryAdd(group, i);
            }
        }
    }

    /// <summary>One bit for each term that stands among the words.</summary>
    public ulong Of(IReadOnlyList<WordToken> words)
    {
        ulong found = 0;
        foreach (var word in words)
        {
            if (IndexOf(word) is >= 0 and var index)
            {
                found |= 1UL << index;
            }
        }

        return found;
    }

    /// <summary>The number of the term that the word is, or -1.</summary>
    public int IndexOf(WordToken word) =>
        _byStem.TryGetValue(word.Stem, out int index) ? index
        : _byCountry.Count > 0 && CountryNames.GroupOf(word.Stem) is >= 0 and var group && _byCountry.TryGetValue(group, out index) ? index
        : -1;

    /// <summary>The share of weight that the bits carry.</summary>
    public static double Weigh(ulong bits, IReadOnlyList<double> weights)
    {
        double sum = 0;
        for (int i = 0; i < Math.Min(weights.Count, 64); i++)
        {
            if ((bits & (1UL << i)) != 0)
            {
                sum += weights[i];
            }
        }

        return sum;
    }
}
