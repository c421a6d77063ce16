namespace BriefingBot.Evaluation;

/// <summary>Refusals on unanswerable and on answerable questions.</summary>
public sealed record AbstentionScores(int Unanswerable, double? RefusalRate, int Answerable, double? FalseRefusalRate);
