namespace BriefingBot.Core.Answering.Extractive.Refusing;

/// <summary>
/// How likely what was retrieved answers the question: the mean of two models' log-odds over <see cref="AnswerabilitySignals"/>, both
/// fitted on question sets. The logistic one carries over to coverage of any size, the trees see what only counts together (a word that is
/// never used, in a small coverage).
/// </summary>
internal sealed class AnswerabilityJudge(AnswerWeights weights, SignalTrees trees)
{
    /// <summary>The names of the signals, as the weights file has them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "similarity",
        "top-similarity",
        "context",
        "top-context",
        "top-coverage",
        "missing-names",
        "sentence-missing",
        "article-missing",
        "unknown",
        "unmet",
        "kind-unmet",
        "slot-unmet",
        "open",
        "slot-unknown",
        "age",
        "best",
        "nameless",
        "nameless-similarity",
        "size",
        "sized-similarity",
        "terms",
        "premise-unmet",
        "premise-denied",
        "half-said",
        "uncounted",
        "lead",
        "share",
        "mostly-unknown",
    ];

    private const double MostlyUnknown = 0.4;

    private readonly double[] _weights = [.. Names.Select(name => weights[$"judge.{name}"])];
    private readonly double _intercept = weights["judge.intercept"];

    /// <summary>The probability, 0 to 1.</summary>
    public double Probability(in AnswerabilitySignals signals)
    {
        if (!signals.Speaks)
        {
            return 0;
        }

        double[] values = Values(signals);
        double sum = _intercept;
        for (int i = 0; i < values.Length; i++)
        {
            sum += values[i] * _weights[i];
        }

        return 1 / (1 + Math.Exp(-(sum + trees.Sum(values)) / 2));
    }

    /// <summary>The signals in the order of their names.</summary>
    public static double[] Values(in AnswerabilitySignals s) =>
        [
            s.Similarity,
            s.TopSimilarity,
            s.Context,
            s.TopContext,
            s.TopCoverage,
            s.MissingNames,
            s.SentenceMissing,
            s.ArticleMissing,
            s.Unknown,
            s.Unmet,
            s.KindUnmet,
            s.SlotUnmet,
            s.Open,
            s.SlotUnknown,
            s.Age,
            s.Best,
            s.Nameless,
            s.NamelessSimilarity,
            s.Size,
            s.SizedSimilarity,
            s.Terms,
            s.PremiseUnmet,
            s.PremiseDenied,
            s.HalfSaid,
            s.Uncounted,
            s.Lead,
            s.Share,
            s.Unknown >= MostlyUnknown ? 1 : 0,
        ];
}
