using BriefingBot.Core.Questions;

namespace BriefingBot.Core.Retrieval;

/// <summary>What a question found, best first, near-identical passages collapsed.</summary>
/// <param name="Passages">Best first.</param>
/// <param name="Weights">How much each term of the question tells, in their order: the inverse passage frequency, normalised to sum
/// 1.</param>
/// <param name="Encoding">How long embedding the question took.</param>
public sealed record RetrievedPassages(IReadOnlyList<RetrievedPassage> Passages, IReadOnlyList<double> Weights, TimeSpan Encoding)
{
    /// <summary>
    /// The question as the coverage let it be read: names known by their use, misspelled ones as they are meant. Null: as it was asked.
    /// </summary>
    public Question? Read { get; init; }

    /// <summary>How many passages the coverage has.</summary>
    public int CoverageSize { get; init; }

    /// <summary>In how many passages of the coverage each term stands, in any form; empty when not counted.</summary>
    public IReadOnlyList<int> Counts { get; init; } = [];

    /// <summary>What a reranker gave single sentences, 0 to 1; null without one.</summary>
    public IReadOnlyDictionary<SentenceKey, double>? SentenceScores { get; init; }
}
