using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Ingestion;

/// <summary>An article on its way from the parser to the encoder.</summary>
/// <param name="Article">The content.</param>
/// <param name="Fingerprint">What it was made of.</param>
/// <param name="Source">The file, or file and place, that it was read from.</param>
/// <param name="Periods">The periods that each passage names, in the order of the passages.</param>
internal sealed record ParsedArticle(Article Article, string Fingerprint, string Source, IReadOnlyList<IReadOnlyList<TimeWindow>> Periods);
