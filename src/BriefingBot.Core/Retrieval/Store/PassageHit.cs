namespace BriefingBot.Core.Retrieval.Store;

/// <summary>A passage that a search found.</summary>
/// <param name="Key">The store's own number of the passage; stable while the passage is current.</param>
/// <param name="Score">Greater is better: BM25 (positive) for a lexical search, the cosine for a vector search.</param>
public readonly record struct PassageHit(long Key, double Score);
