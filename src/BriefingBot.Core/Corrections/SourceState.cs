using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Corrections;

/// <summary>What became of a cited article since.</summary>
/// <param name="Article">The article.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Cited">The revision that was cited.</param>
/// <param name="Current">The revision that stands now; the last one where it was withdrawn.</param>
public sealed record SourceState(ArticleId Article, SourceStateKind Kind, int Cited, int Current);
