using BriefingBot.Core.Questions;

namespace BriefingBot.Core.Answering.Extractive.Scoring;

/// <summary>
/// The sentence scorer: a weighted sum of <see cref="SentenceFeatures"/>. What counts for the kind of thing asked for depends on the kind.
/// </summary>
internal sealed class SentenceWeighing(AnswerWeights weights)
{
    private const int Kinds = 6;
    private const int FirstKind = 14;

    /// <summary>The names of the signals, as the weights file has them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "coverage",
        "context",
        "names",
        "adjacency",
        "slot",
        "support",
        "passage",
        "rank",
        "article",
        "similarity",
        "brevity",
        "lead",
        "secondary",
        "pronoun",
        "kind-name",
        "kind-place",
        "kind-time",
        "kind-number",
        "kind-definition",
        "kind-speech",
    ];

    private readonly double[] _weights = [.. Names.Select(name => weights[$"sentence.{name}"])];

    /// <summary>The score; greater is more to the point.</summary>
    public double Score(AnswerKind kind, in SentenceFeatures features)
    {
        Span<double> signals = stackalloc double[FirstKind + Kinds];
        Fill(kind, features, signals);
        double sum = 0;
        for (int i = 0; i < signals.Length; i++)
        {
            sum += signals[i] * _weights[i];
        }

        return sum;
    }

    /// <summary>The signals in the order of their names.</summary>
    public static void Fill(AnswerKind kind, in SentenceFeatures f, Span<double> signals)
    {
        ReadOnlySpan<double> plain =
        [
            f.Coverage,
            f.Context,
            f.Names,
            f.Adjacency,
            f.Slot,
            f.Support,
            f.Passage,
            f.Rank,
            f.Article,
            f.Similarity,
            f.Brevity,
            f.Lead,
            f.Secondary,
            f.Pronoun,
        ];
        signals.Clear();
        plain.CopyTo(signals);
        int place = kind switch
        {
            AnswerKind.Name => 0,
            AnswerKind.Place => 1,
            AnswerKind.Time => 2,
            AnswerKind.Number => 3,
            AnswerKind.Definition => 4,
            AnswerKind.Saying or AnswerKind.Reaction => 5,
            _ => -1,
        };
        if (place >= 0)
        {
            signals[FirstKind + place] = f.Kind;
        }
    }
}
