using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Calibration;

namespace BriefingBot.Core.Answering.Extractive;

/// <summary>How likely what was retrieved answers the question: a logistic model over a few signals, its constants calibrated to the encoder.</summary>
internal static class AnswerabilityJudge
{
    public static double Probability(Question question, RetrievedPassages retrieved, IReadOnlyList<ScoredSentence> scored, EncoderCalibration calibration)
    {
        var signals = AnswerabilitySignals.Of(question, retrieved, scored, calibration.VouchedSimilarity);
        if (!signals.Speaks)
        {
            return 0;
        }

        var constants = calibration.Judge;
        double sum = constants.Intercept + (constants.Context * signals.Context) + (constants.Similarity * signals.Similarity)
            + (constants.Best * signals.Best) + (constants.MissingNames * signals.MissingNames) + (constants.Coverage * signals.Coverage)
            + (signals.HasNames ? 0 : constants.Nameless + (constants.NamelessSimilarity * signals.Similarity));
        return 1 / (1 + Math.Exp(-sum));
    }
}
