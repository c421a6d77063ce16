using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Stories;

/// <summary>An article as a report of a story.</summary>
/// <param name="Article">The article.</param>
/// <param name="Wire">The agency that the text comes from, as its byline, dateline or outlet says; null when none does.</param>
/// <param name="Joined">When it became part of the story (UTC).</param>
public sealed record StoryReport(ArticleHeader Article, string? Wire, DateTimeOffset Joined);
