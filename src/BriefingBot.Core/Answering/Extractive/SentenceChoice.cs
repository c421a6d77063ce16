using BriefingBot.Core.Answering.Extractive.Scoring;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Extractive;

/// <summary>
/// Chooses the few sentences of an answer: the best one alone when it is likely enough to be the one that answers, more until one of them
/// is, no fact twice. One that opens with a pronoun brings the sentence that says whom it means. Thread-safe.
/// </summary>
internal sealed class SentenceChoice(AnswerWeights weights)
{
    /// <summary>So much of a further sentence must be new against each one before it.</summary>
    private const double LeastNew = 0.35;

    /// <summary>What one sentence can lie behind the best one and still be likely at all.</summary>
    private const double Hopeless = 4;

    private readonly double _enough = weights["choose.enough"];

    /// <summary>The sentences, best first; each pronoun's antecedent right before it.</summary>
    /// <param name="scored">All that may be chosen, best first; at least one.</param>
    /// <param name="most">How many at most, antecedents not counted.</param>
    /// <param name="least">How many of the first are given in any case, alike as they may be: reports that differ.</param>
    /// <param name="enough">How likely the chosen ones are to have what answers before no more are added; null: as fitted.</param>
    public List<ScoredSentence> Choose(List<ScoredSentence> scored, int most, int least = 1, double? enough = null)
    {
        List<ScoredSentence> selected = [];
        List<HashSet<string>> said = [];
        double all = scored.Sum(s => Math.Exp(s.Score - scored[0].Score));
        double floor = scored[0].Score - Hopeless;
        double found = 0;
        int chosen = 0;
        foreach (var candidate in scored.TakeWhile(s => s.Score >= floor))
        {
            if (chosen >= most || (found >= (enough ?? _enough) && chosen >= least))
            {
                break;
            }

            if (selected.Contains(candidate))
            {
                continue;
            }

            double share = Math.Exp(candidate.Score - scored[0].Score) / all;
            if (selected.Count > 0 && candidate.Features.Secondary > 0)
            {
                continue;
            }

            string[] content = [.. candidate.Sentence.Words.Select(w => w.Stem).Where(stem => !StopWords.Contains(stem)).Distinct()];
            if (
                chosen >= least
                && said.Any(before => content.Count(stem => !before.Contains(stem)) < Math.Max(2, content.Length * LeastNew))
            )
            {
                continue;
            }

            chosen++;
            found += share;
            if (Antecedent(candidate, scored) is { } before && !selected.Contains(before))
            {
                selected.Add(before);
                said.Add([.. before.Sentence.Words.Select(w => w.Stem)]);
            }

            selected.Add(candidate);
            said.Add([.. content]);
        }

        return selected;
    }

    /// <summary>The sentence before one that opens with a pronoun.</summary>
    private static ScoredSentence? Antecedent(ScoredSentence sentence, List<ScoredSentence> scored) =>
        sentence.Features.Pronoun > 0 && sentence.Index > 0
            ? scored.Find(s => s.Passage.Passage.Id == sentence.Passage.Passage.Id && s.Index == sentence.Index - 1)
            : null;
}
