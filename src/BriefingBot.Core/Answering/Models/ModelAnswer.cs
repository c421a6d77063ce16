namespace BriefingBot.Core.Answering.Models;

/// <summary>What became of a question that the model was to answer.</summary>
/// <param name="Answer">The checked answer: the model's, or the extractive one, or the model's beginning with the extractive one behind
/// it.</param>
/// <param name="Use">What the model took; null when it was not asked.</param>
/// <param name="Fallback">Why the answer is not the model's, or not all of it.</param>
public sealed record ModelAnswer(VerifiedAnswer Answer, ModelUse? Use, ModelFallback Fallback);
