using System.Globalization;

namespace BriefingBot.Benchmarks.Stories;

/// <summary>How well decisions on pairs agree with their labels.</summary>
/// <param name="Pairs">All.</param>
/// <param name="Same">Those labelled as one event.</param>
/// <param name="Precision">Of the pairs that were joined, the share labelled so.</param>
/// <param name="Recall">Of the pairs labelled so, the share that was joined.</param>
internal sealed record PairScore(int Pairs, int Same, double Precision, double Recall)
{
    /// <summary>The harmonic mean of both.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Counts.</summary>
    public static PairScore Of(IEnumerable<(bool Joined, bool Same)> decisions)
    {
        var list = decisions.ToArray();
        int right = list.Count(d => d.Joined && d.Same);
        int same = list.Count(d => d.Same);
        return new PairScore(list.Length, same, (double)right / Math.Max(1, list.Count(d => d.Joined)), (double)right / Math.Max(1, same));
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"F1 {F1:F3}, precision {Precision:F3}, recall {Recall:F3} ({Same} of {Pairs} are one event)"
        );
}
