namespace BriefingBot.Evaluation;

/// <summary>The questions that lean on earlier ones: ranks of right articles, and those that came out right altogether.</summary>
public sealed record FollowUpScores(int N, double? HitAt1, double? MrrAt10, int Right);
