using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Answering.Disagreements;

/// <summary>What one report says.</summary>
/// <param name="Value">The number or date as the answer's sentence writes it, with what is counted: <c>8,000 soldiers</c>.</param>
/// <param name="Citation">The number of the citation that bears it out.</param>
/// <param name="Article">Its article.</param>
public sealed record DisagreementSide(string Value, int Citation, ArticleHeader Article);
