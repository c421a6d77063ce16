namespace BriefingBot.Core.Retrieval.Calibration;

/// <summary>Two marks on an encoder's scale of cosines.</summary>
/// <param name="Unrelated">The median cosine of a headline, taken as a question, and a passage of another article.</param>
/// <param name="Related">The median cosine of a headline and the nearest passage of its own article's body.</param>
public sealed record SimilarityAnchors(double Unrelated, double Related);
