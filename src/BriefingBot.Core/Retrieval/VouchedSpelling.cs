using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Retrieval;

/// <summary>
/// Reads a common word that was misspelled ("the last boot sails"): a sentence that has every other word of the question and one that
/// differs by a letter vouches for it. Stateless.
/// </summary>
internal static class VouchedSpelling
{
    private const int Shortest = 4;
    private const int LeastOthers = 2;

    /// <summary>The terms; one that the coverage never uses has the word that it was taken for as another form.</summary>
    public static IReadOnlyList<QuestionTerm> Add(
        IReadOnlyList<QuestionTerm> terms,
        IReadOnlyList<int> counts,
        IReadOnlyList<StoredPassage> passages
    )
    {
        int[] unknown = [.. Enumerable.Range(0, Math.Min(terms.Count, counts.Count)).Where(i => counts[i] == 0 && !terms[i].IsNumber)];
        if (unknown is not [var index] || terms[index].Surface.Length < Shortest || terms.Count <= LeastOthers || terms.Count > 64)
        {
            return terms;
        }

        TermCoverage coverage = new(terms);
        ulong others = (terms.Count == 64 ? ulong.MaxValue : (1UL << terms.Count) - 1) & ~(1UL << index);
        string word = terms[index].Surface.ToLowerInvariant();
        foreach (var passage in passages)
        {
            foreach (var sentence in SentenceReader.Read(passage, coverage).Where(sentence => (sentence.Terms & others) == others))
            {
                foreach (var token in sentence.Words)
                {
                    string written = sentence.Text.Substring(token.Start, token.Length);
                    if (NearSpellings.DiffersByOne(word, written.ToLowerInvariant()))
                    {
                        return
                        [
                            .. terms.Select(
                                (term, i) => i == index ? term with { ReadAs = written, Forms = [.. term.Forms, [token.Stem]] } : term
                            ),
                        ];
                    }
                }
            }
        }

        return terms;
    }
}
