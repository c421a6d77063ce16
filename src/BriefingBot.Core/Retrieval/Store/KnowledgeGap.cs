namespace BriefingBot.Core.Retrieval.Store;

/// <summary>A question that the coverage did not answer, kept for the editors.</summary>
/// <param name="Question">The standalone question.</param>
/// <param name="Asked">When it was asked last (UTC).</param>
/// <param name="Times">How often the same words were asked.</param>
public sealed record KnowledgeGap(string Question, DateTimeOffset Asked, int Times);
