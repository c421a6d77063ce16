namespace BriefingBot.Core.Retrieval;

/// <summary>What a question found, best first, near-identical passages collapsed.</summary>
/// <param name="Passages">Best first.</param>
/// <param name="Weights">How much each term of the question tells, in their order: the inverse passage frequency, normalised to sum 1.</param>
/// <param name="Encoding">How long embedding the question took.</param>
public sealed record RetrievedPassages(IReadOnlyList<RetrievedPassage> Passages, IReadOnlyList<double> Weights, TimeSpan Encoding)
{
    /// <summary>What a reranker gave single sentences, 0 to 1; null without one.</summary>
    public IReadOnlyDictionary<SentenceKey, double>? SentenceScores { get; init; }
}
