namespace BriefingBot.Core.Answering.Extractive.Scoring;

/// <summary>How long reranking one question may take.</summary>
public sealed record RerankingBudget(TimeSpan Total);
