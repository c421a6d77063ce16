using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Retrieval;

/// <summary>How much each term of a question tells: BM25's inverse passage frequency, a carried-over term less than one of this turn. Sums to 1.</summary>
public static class TermWeights
{
    /// <summary>In a coverage of a few articles frequencies say little; it is weighed as if it had this many passages.</summary>
    private const int LeastPassages = 100;

    /// <summary>The weights in the order of the terms.</summary>
    public static double[] Of(IReadOnlyList<QuestionTerm> terms, PassageFrequencies frequencies)
    {
        double total = Math.Max(LeastPassages, frequencies.Passages);
        double[] weights = new double[terms.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            int count = frequencies.Counts[i];
            weights[i] = Math.Log(1 + ((total - count + 0.5) / (count + 0.5))) * Reliability(terms[i], count);
        }

        double sum = weights.Sum();
        return sum == 0 ? weights : [.. weights.Select(weight => weight / sum)];
    }

    /// <summary>A common word that the coverage never uses is most likely a paraphrase; a name is not.</summary>
    private static double Reliability(QuestionTerm term, int count) => (term.IsCarried ? 0.7 : 1) * (count == 0 && !term.IsName ? 0.5 : 1);
}
