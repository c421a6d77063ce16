namespace BriefingBot.Core.Corrections;

/// <summary>A quote of an answer that its article no longer has.</summary>
/// <param name="Was">The sentence as it was cited.</param>
/// <param name="Now">What stands in its place, word for word; null when nothing does.</param>
public sealed record CorrectedQuote(string Was, string? Now);
