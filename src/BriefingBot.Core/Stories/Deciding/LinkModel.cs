using BriefingBot.Core.Retrieval.Calibration;

namespace BriefingBot.Core.Stories.Deciding;

/// <summary>How likely two articles tell of one event: a logistic regression over <see cref="StorySignals"/>. Immutable.</summary>
internal sealed class LinkModel(StoryWeights weights)
{
    private readonly double _intercept = weights["link.intercept"];
    private readonly double[] _weights = [.. StorySignals.Names.Select(name => weights["link." + name])];

    /// <summary>
    /// In thousandths, 0 to 1000. Near-identical texts are one report; articles that name others, or lie too far from each other in
    /// meaning, are not judged.
    /// </summary>
    public int Judge(StoryProfile one, StoryProfile other, SimilarityScale scale)
    {
        if (StorySignals.NameOthers(one, other, weights.LeastNames))
        {
            return 0;
        }

        if (one.IsCopyOf(other))
        {
            return 1000;
        }

        double[] signals = StorySignals.Of(one, other, scale, weights.Days);
        return signals[0] < weights.LeastSimilarity ? 0 : (int)Math.Round(1000 * Probability(signals));
    }

    /// <summary>By the signals alone, 0 to 1.</summary>
    public double Probability(IReadOnlyList<double> signals)
    {
        double sum = _intercept;
        for (int i = 0; i < _weights.Length; i++)
        {
            sum += _weights[i] * signals[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}
