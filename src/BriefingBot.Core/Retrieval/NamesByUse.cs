using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions;

namespace BriefingBot.Core.Retrieval;

/// <summary>
/// Knows names that were asked for in small letters: the coverage writes them with a capital, inside a sentence too. Stateless.
/// </summary>
internal static class NamesByUse
{
    /// <summary>So often a word must stand inside sentences to tell by.</summary>
    private const int LeastSeen = 2;
    private const double LeastCapital = 0.9;

    /// <summary>The terms, those known as names marked so.</summary>
    public static IReadOnlyList<QuestionTerm> Mark(IReadOnlyList<QuestionTerm> terms, IReadOnlyList<RetrievedPassage> passages)
    {
        if (terms.All(term => term.IsName || term.IsNumber))
        {
            return terms;
        }

        Dictionary<string, (int Capital, int Seen)> use = new(StringComparer.Ordinal);
        foreach (var term in terms.Where(term => !term.IsName && !term.IsNumber))
        {
            use[term.Stem] = default;
        }

        foreach (
            var sentence in passages.Where(passage => passage.Passage.Kind == PassageKind.Body).SelectMany(passage => passage.Sentences)
        )
        {
            for (int i = 1; i < sentence.Words.Count; i++)
            {
                if (use.TryGetValue(sentence.Words[i].Stem, out var seen))
                {
                    use[sentence.Words[i].Stem] = (
                        seen.Capital + (char.IsUpper(sentence.Text[sentence.Words[i].Start]) ? 1 : 0),
                        seen.Seen + 1
                    );
                }
            }
        }

        return
        [
            .. terms.Select(term =>
                use.TryGetValue(term.Stem, out var seen) && seen.Seen >= LeastSeen && seen.Capital >= seen.Seen * LeastCapital
                    ? term with
                    {
                        IsName = true,
                    }
                    : term
            ),
        ];
    }
}
