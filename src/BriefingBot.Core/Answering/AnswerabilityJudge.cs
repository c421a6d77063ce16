using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Answering;

/// <summary>How likely what was retrieved answers the question: a logistic model over a few signals, calibrated on question sets.</summary>
internal static class AnswerabilityJudge
{
    public static double Probability(Question question, RetrievedPassages retrieved, IReadOnlyList<ScoredSentence> scored)
    {
        var signals = AnswerabilitySignals.Of(question, retrieved, scored);
        double sum = -9.0 + (1.5 * signals.Context) + (4.55 * signals.Similarity) + (1.28 * signals.Best) - (0.3 * signals.Names) - (signals.Names == 0 ? 0.4 : 0);
        return 1 / (1 + Math.Exp(-sum));
    }
}
