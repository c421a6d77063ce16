using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Retrieval;

/// <summary>A passage that was retrieved for a question.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Score">The fused score; comparable within one question only.</param>
/// <param name="Similarity">The cosine of question and passage on the scale that was calibrated; comparable across questions and
/// encoders.</param>
/// <param name="Sentences">Its sentences in order.</param>
/// <param name="Copies">In how many articles the near-identical text stands, this one included.</param>
public sealed record RetrievedPassage(
    StoredPassage Passage,
    double Score,
    double Similarity,
    IReadOnlyList<PassageSentence> Sentences,
    int Copies
);
