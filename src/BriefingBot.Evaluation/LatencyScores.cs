namespace BriefingBot.Evaluation;

/// <summary>Milliseconds from question to answer.</summary>
public sealed record LatencyScores(double Median, double P95);
