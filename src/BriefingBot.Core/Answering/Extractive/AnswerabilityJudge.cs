using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Answering.Extractive;

/// <summary>How likely what was retrieved answers the question: a logistic model over a few signals, calibrated on question sets.</summary>
internal static class AnswerabilityJudge
{
    public static double Probability(Question question, RetrievedPassages retrieved, IReadOnlyList<ScoredSentence> scored)
    {
        var signals = AnswerabilitySignals.Of(question, retrieved, scored);
        if (!signals.Speaks)
        {
            return 0;
        }

        double sum = -10.7 + (1.77 * signals.Context) + (6.07 * signals.Similarity) + (1.26 * signals.Best) - (1.78 * signals.MissingNames);
        return 1 / (1 + Math.Exp(-sum));
    }
}
