using System.Text;

namespace BriefingBot.Storage.Pgvector;

/// <summary>
/// Asks a GIN index for the passages that can be among the best. A passage whose terms could not reach a score even if each added the most
/// it can (Turtle and Flood's MaxScore) is not read: the condition is a formula of terms, which the index decides without the passages, and
/// without walking the lists of terms that cannot do it alone.
/// </summary>
internal static class TermQuery
{
    /// <summary>A formula of more terms than this asks for a little more than it must.</summary>
    private const int MostTerms = 400;

    /// <summary>Passages with any of the terms.</summary>
    public static string AnyOf(IEnumerable<WeightedTerm> terms) => string.Join(" | ", terms.Select(static term => term.Number));

    /// <summary>Passages with terms that together can reach more than a score, and with none of others.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="score">The score to be passed.</param>
    /// <param name="without">What the passages must not have, for they are known.</param>
    /// <returns>Null when no passage can.</returns>
    public static string? Reaching(IEnumerable<WeightedTerm> terms, float score, IReadOnlyCollection<WeightedTerm> without)
    {
        WeightedTerm[] sorted = [.. terms.OrderByDescending(static term => term.Most).ThenBy(static term => term.Number)];

        // What the terms from each place on can add together.
        float[] rest = new float[sorted.Length + 1];
        for (int i = sorted.Length - 1; i >= 0; i--)
        {
            rest[i] = rest[i + 1] + sorted[i].Most;
        }

        if (rest[0] <= score)
        {
            return null;
        }

        StringBuilder formula = new();
        int left = MostTerms;
        Write(formula, sorted, rest, 0, score, ref left);
        return without.Count == 0 ? formula.ToString() : $"({formula}) & !({AnyOf(without)})";
    }

    /// <summary>Writes for a passage that lacks the score: one of the terms from a place on, and with it what is lacking still.</summary>
    private static void Write(StringBuilder formula, WeightedTerm[] terms, float[] rest, int from, float lacking, ref int left)
    {
        bool isFirst = true;
        for (int i = from; i < terms.Length && rest[i] > lacking; i++)
        {
            formula.Append(isFirst ? "" : " | ").Append(terms[i].Number);
            isFirst = false;
            left--;
            float still = lacking - terms[i].Most;
            if (still >= 0 && left > 0)
            {
                formula.Append(" & (");
                Write(formula, terms, rest, i + 1, still, ref left);
                formula.Append(')');
            }
        }
    }
}
