using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Answering;

/// <summary>How likely what was retrieved answers the question: a logistic model over a few signals, calibrated on question sets.</summary>
internal static class AnswerabilityJudge
{
    public static double Probability(Question question, RetrievedPassages retrieved, IReadOnlyList<ScoredSentence> scored)
    {
        var signals = AnswerabilitySignals.Of(question, retrieved, scored);
        double sum = -3.2 + (3 * signals.Coverage) + (3 * signals.Context) + (2 * signals.Similarity) + (1.0 * signals.Names);
        return 1 / (1 + Math.Exp(-sum));
    }
}
