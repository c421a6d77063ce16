namespace BriefingBot.Core.Coverage;

/// <summary>Who published and wrote the current articles, each name once.</summary>
/// <param name="Outlets">As the articles name them.</param>
/// <param name="Bylines">As the articles have them; one may name several people.</param>
public sealed record CoverageCredits(IReadOnlyList<string> Outlets, IReadOnlyList<string> Bylines);
