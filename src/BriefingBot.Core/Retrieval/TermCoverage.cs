using System.Buffers;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Retrieval;

/// <summary>
/// Which terms of a question stand in a text: by stem, in another form, or as another word for the same country ("Moscow" for Russia).
/// </summary>
public sealed class TermCoverage
{
    private const int MostTerms = 64;

    private readonly Dictionary<string, int> _byStem = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Index, IReadOnlyList<string> Form)>> _byForm = new(StringComparer.Ordinal);
    private readonly StemFilter _asked;
    private readonly bool[] _numbers;

    /// <summary>Prepares to look for the terms; at most the first 64 count.</summary>
    public TermCoverage(IReadOnlyList<QuestionTerm> terms)
    {
        int count = Math.Min(terms.Count, MostTerms);
        _numbers = [.. terms.Take(count).Select(term => term.IsNumber)];
        for (int i = 0; i < count; i++)
        {
            if (!terms[i].IsNumber)
            {
                _byStem.TryAdd(terms[i].Stem, i);
            }
        }

        // A term in its own words comes before one that only means the same.
        for (int i = 0; i < count; i++)
        {
            foreach (var form in terms[i].Forms)
            {
                if (form.Count == 1 && !terms[i].IsNumber)
                {
                    _byStem.TryAdd(form[0], i);
                }
                else
                {
                    if (!_byForm.TryGetValue(form[0], out var forms))
                    {
                        _byForm[form[0]] = forms = [];
                    }

                    forms.Add((i, form));
                }
            }
        }

        AddCountries(terms, count);
        _asked = StemFilter.Of(_byStem.Keys.Concat(_byForm.Keys));
    }

    /// <summary>One bit for each term that stands among the words.</summary>
    public ulong Of(IReadOnlyList<WordToken> words)
    {
        ulong found = 0;
        for (int i = 0; i < words.Count; i++)
        {
            if (!_asked.MayHold(words[i].Word))
            {
                continue;
            }

            if (IndexOf(words[i]) is >= 0 and var index)
            {
                found |= 1UL << index;
            }

            if (_byForm.Count > 0 && _byForm.TryGetValue(words[i].Stem, out var forms))
            {
                foreach (var (of, form) in forms)
                {
                    found |= StandsAt(words, i, form) && !(_numbers[of] && IsPartOfNumber(words, i, form.Count)) ? 1UL << of : 0;
                }
            }
        }

        return found;
    }

    /// <summary>The number of the term that the word is by itself, or -1.</summary>
    public int IndexOf(WordToken word) => _asked.MayHold(word.Word) && _byStem.TryGetValue(word.Stem, out int index) ? index : -1;

    /// <summary>The share of weight that the bits carry.</summary>
    public static double Weigh(ulong bits, IReadOnlyList<double> weights)
    {
        double sum = 0;
        for (int i = 0; i < Math.Min(weights.Count, MostTerms); i++)
        {
            if ((bits & (1UL << i)) != 0)
            {
                sum += weights[i];
            }
        }

        return sum;
    }

    /// <summary>A country in another word comes behind whatever the question names in its own.</summary>
    private void AddCountries(IReadOnlyList<QuestionTerm> terms, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (!terms[i].IsPlace && CountryNames.GroupOf(terms[i].Stem) is >= 0 and var group)
            {
                foreach (string stem in CountryNames.StemsOf(group))
                {
                    _byStem.TryAdd(stem, i);
                }
            }
        }
    }

    private static bool StandsAt(IReadOnlyList<WordToken> words, int start, IReadOnlyList<string> form)
    {
        if (start + form.Count > words.Count)
        {
            return false;
        }

        for (int i = 1; i < form.Count; i++)
        {
            if (words[start + i].Stem != form[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"8" is not in "8,000", nor "000".</summary>
    private static bool IsPartOfNumber(IReadOnlyList<WordToken> words, int start, int count)
    {
        bool before = start > 0 && Adjoins(words[start - 1], words[start]) && words[start].Length == 3;
        int last = start + count - 1;
        bool after = last + 1 < words.Count && Adjoins(words[last], words[last + 1]) && words[last + 1].Length == 3;
        return before || after;
    }

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private static bool Adjoins(WordToken first, WordToken second) =>
        second.Start == first.End + 1 && !first.Stem.AsSpan().ContainsAnyExcept(Digits) && !second.Stem.AsSpan().ContainsAnyExcept(Digits);
}
