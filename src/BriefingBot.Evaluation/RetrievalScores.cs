namespace BriefingBot.Evaluation;

/// <summary>Ranks of right articles.</summary>
public sealed record RetrievalScores(int N, double? HitAt1, double? HitAt5, double? HitAt10, double? MrrAt10);
