using BriefingBot.Core.Questions;

namespace BriefingBot.Core.Retrieval;

/// <summary>
/// How much each term of a question tells: BM25's inverse passage frequency, a carried-over term less than one of this turn. Sums to 1.
/// </summary>
public static class TermWeights
{
    /// <summary>In a coverage of a few articles frequencies say little; it is weighed as if it had this many passages.</summary>
    private const int LeastPassages = 100;

    private const double Carried = 0.7;

    /// <summary>The weights in the order of the terms.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="counts">In how many passages each stands, in any of its forms.</param>
    /// <param name="passages">How many passages there are.</param>
    public static double[] Of(IReadOnlyList<QuestionTerm> terms, IReadOnlyList<int> counts, int passages)
    {
        double total = Math.Max(LeastPassages, passages);
        double[] weights = new double[terms.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = Math.Log(1 + ((total - counts[i] + 0.5) / (counts[i] + 0.5))) * (terms[i].IsCarried ? Carried : 1);
        }

        double sum = weights.Sum();
        return sum == 0 ? weights : [.. weights.Select(weight => weight / sum)];
    }
}
