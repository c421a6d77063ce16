using BriefingBot.Core.Answering.Models;
using BriefingBot.Core.Diagnostics;

namespace BriefingBot.Core.Answering;

/// <summary>What the metrics of <see cref="Metrics"/> count of answers and of the model.</summary>
public static class AnswerMetrics
{
    /// <summary>Counts a question and its answer.</summary>
    public static void Answered(VerifiedAnswer answer, TimeSpan elapsed) =>
        Metrics.Answered(
            answer.Composer.ToString().ToLowerInvariant(),
            answer.Abstained,
            answer.DroppedSentences.Select(static sentence => sentence.Reason.ToString()),
            elapsed
        );

    /// <summary>Counts a use of the model, failed ones too.</summary>
    public static void ModelUsed(ModelPurpose purpose, ModelUse use) =>
        Metrics.ModelUsed(
            [new("purpose", purpose.ToString()), new("provider", use.Provider), new("model", use.Model)],
            use.InputTokens,
            use.OutputTokens,
            use.Cost
        );
}
