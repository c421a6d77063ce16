namespace BriefingBot.Evaluation;

/// <summary>The mean share of gold sentences that answers quote.</summary>
public sealed record EvidenceScores(int N, double? Recall);
