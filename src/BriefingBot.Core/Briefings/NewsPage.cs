namespace BriefingBot.Core.Briefings;

/// <summary>A page of the articles that came.</summary>
/// <param name="Entries">Newest first, the reports of one story once; empty when nothing came, or behind the last.</param>
/// <param name="Articles">How many articles came in all, copies counted.</param>
/// <param name="HasMore">There are more entries behind these.</param>
public sealed record NewsPage(IReadOnlyList<BriefingEntry> Entries, int Articles, bool HasMore);
