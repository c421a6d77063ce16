namespace BriefingBot.Core.Retrieval.Ranking;

/// <summary>A passage that a search found.</summary>
/// <param name="Key">Its key in the store.</param>
/// <param name="Score">The weighted sum of both searches, 0 to 1.</param>
/// <param name="Similarity">Its cosine with the question, on the scale that was measured.</param>
internal readonly record struct FusedPassage(long Key, double Score, double Similarity);
