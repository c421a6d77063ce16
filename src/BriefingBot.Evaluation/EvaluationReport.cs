using BriefingBot.Core.Answering;

namespace BriefingBot.Evaluation;

/// <summary>The scores of a run. Rates are 0 to 1 and null when nothing was there to count.</summary>
/// <param name="Questions">Questions asked.</param>
/// <param name="Retrieval">Ranks of right articles.</param>
/// <param name="Answers">Questions whose answer must hold something.</param>
/// <param name="Citations">What answers cite.</param>
/// <param name="Evidence">Gold sentences.</param>
/// <param name="Abstention">Refusals, right and wrong ones side by side.</param>
/// <param name="LatencyMs">Milliseconds from question to answer.</param>
/// <param name="Failures">The ids of questions that did not come out right.</param>
/// <param name="Results">Every question.</param>
public sealed record EvaluationReport(
    int Questions,
    RetrievalScores Retrieval,
    AnswerScores Answers,
    CitationScores Citations,
    EvidenceScores Evidence,
    AbstentionScores Abstention,
    LatencyScores LatencyMs,
    IReadOnlyList<string> Failures,
    IReadOnlyList<QuestionResult> Results
)
{
    /// <summary>Who wrote the answers.</summary>
    public required ComposerScores Composers { get; init; }

    /// <summary>The questions with a history.</summary>
    public required FollowUpScores FollowUps { get; init; }

    public static EvaluationReport Of(IReadOnlyList<QuestionResult> results)
    {
        int[] ranks = [.. results.Where(r => r.Rank is not null).Select(r => r.Rank!.Value)];
        bool[] answers = [.. results.Where(r => r.AnswerRight is not null).Select(r => r.AnswerRight!.Value)];
        bool[] citations = [.. results.Where(r => r.CitationRight is not null && !r.Entry.Abstain).Select(r => r.CitationRight!.Value)];
        double[] evidence = [.. results.Where(r => r.EvidenceRecall is not null).Select(r => r.EvidenceRecall!.Value)];
        QuestionResult[] unanswerable = [.. results.Where(r => r.Entry.Abstain)];
        QuestionResult[] answerable = [.. results.Where(r => !r.Entry.Abstain)];
        double[] latencies = [.. results.Select(r => r.Latency.TotalMilliseconds).Order()];
        return new EvaluationReport(
            results.Count,
            new RetrievalScores(ranks.Length, HitRate(ranks, 1), HitRate(ranks, 5), HitRate(ranks, 10), MeanReciprocal(ranks)),
            new AnswerScores(answers.Length, Mean(answers, right => right ? 1 : 0)),
            new CitationScores(
                results.Sum(r => r.Quotes),
                Mean(citations, right => right ? 1 : 0),
                Share(results.Sum(r => r.Verbatim), results.Sum(r => r.Quotes)),
                Share(results.Sum(r => r.Uncited), results.Sum(r => r.Sentences))
            ),
            new EvidenceScores(evidence.Length, Mean(evidence, recall => recall)),
            new AbstentionScores(
                unanswerable.Length,
                Share(unanswerable.Count(r => r.Abstained), unanswerable.Length),
                answerable.Length,
                Share(answerable.Count(r => r.Abstained), answerable.Length)
            ),
            new LatencyScores(Percentile(latencies, 0.5), Percentile(latencies, 0.95)),
            [.. results.Where(r => !r.Right).Select(r => r.Entry.Id)],
            results
        )
        {
            Composers = new ComposerScores(
                results.Count(r => r is { Composer: ComposerKind.Model, Fallback: ModelFallback.None }),
                results.Count(r => r.Fallback != ModelFallback.None),
                Share(results.Sum(r => r.Dropped), results.Sum(r => r.Dropped + r.Sentences))
            ),
            FollowUps = FollowUpsOf([.. results.Where(r => r.Entry.History.Count > 0)]),
        };
    }

    private static FollowUpScores FollowUpsOf(QuestionResult[] followUps)
    {
        int[] ranks = [.. followUps.Where(r => r.Rank is not null).Select(r => r.Rank!.Value)];
        return new FollowUpScores(followUps.Length, HitRate(ranks, 1), MeanReciprocal(ranks), followUps.Count(r => r.Right));
    }

    private static double? MeanReciprocal(int[] ranks) => Mean(ranks, rank => rank is > 0 and <= 10 ? 1.0 / rank : 0);

    private static double? HitRate(int[] ranks, int limit) => Mean(ranks, rank => rank > 0 && rank <= limit ? 1 : 0);

    private static double? Mean<T>(IReadOnlyCollection<T> values, Func<T, double> value) =>
        values.Count == 0 ? null : values.Average(value);

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;

    private static double Percentile(double[] sorted, double share) =>
        sorted.Length == 0 ? 0 : sorted[(int)Math.Min(sorted.Length - 1, Math.Ceiling(sorted.Length * share) - 1)];
}
