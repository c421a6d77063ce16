using BriefingBot.Evaluation;

namespace BriefingBot.Documents.Evaluation;

/// <summary>The scores of a question set: what <c>eval --json</c> prints. Rates are 0 to 1, null when there was nothing to count.</summary>
/// <param name="Questions">Questions asked.</param>
/// <param name="Retrieval">Ranks of right articles.</param>
/// <param name="Answers">Answers that hold what they must.</param>
/// <param name="Citations">What answers cite.</param>
/// <param name="Evidence">Gold sentences quoted.</param>
/// <param name="Abstention">Refusals, right and wrong ones side by side.</param>
/// <param name="LatencyMs">Milliseconds from question to answer.</param>
/// <param name="Composers">Who wrote the answers.</param>
/// <param name="FollowUps">The questions with a history.</param>
/// <param name="Failures">The ids of questions that did not come out right.</param>
internal sealed record EvaluationDocument(
    int Questions,
    RetrievalScoresDocument Retrieval,
    AnswerScores Answers,
    CitationScores Citations,
    EvidenceScores Evidence,
    AbstentionScores Abstention,
    LatencyScores LatencyMs,
    ComposerScores Composers,
    FollowUpScoresDocument FollowUps,
    IReadOnlyList<string> Failures
)
{
    /// <summary>Makes the document of a report.</summary>
    public static EvaluationDocument From(EvaluationReport report)
    {
        var ranks = report.Retrieval;
        return new EvaluationDocument(
            report.Questions,
            new RetrievalScoresDocument(ranks.N, ranks.HitAt1, ranks.HitAt5, ranks.HitAt10, ranks.MrrAt10),
            report.Answers,
            report.Citations,
            report.Evidence,
            report.Abstention,
            report.LatencyMs,
            report.Composers,
            new FollowUpScoresDocument(report.FollowUps.N, report.FollowUps.HitAt1, report.FollowUps.MrrAt10, report.FollowUps.Right),
            report.Failures
        );
    }
}
