namespace BriefingBot.Evaluation;

/// <summary>Answers that hold what they must.</summary>
public sealed record AnswerScores(int N, double? Accuracy);
