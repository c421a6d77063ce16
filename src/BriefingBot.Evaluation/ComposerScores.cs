namespace BriefingBot.Evaluation;

/// <summary>
/// Who wrote: answers that the model wrote from first to last, answers that fell back, and the share of all drafted sentences that did not
/// pass the check.
/// </summary>
public sealed record ComposerScores(int Model, int Fallbacks, double? DroppedRate);
