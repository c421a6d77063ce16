using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Stories;

/// <summary>Which articles are one story from now on.</summary>
/// <param name="Articles">All of them; at least one.</param>
/// <param name="Keeps">The story that they are; null: a new one.</param>
/// <param name="Absorbs">Stories that become part of it.</param>
/// <param name="SplitFrom">The story that the articles of a new one were part of; null: none.</param>
public sealed record StoryDecision(IReadOnlyList<ArticleId> Articles, StoryId? Keeps, IReadOnlyList<StoryId> Absorbs, StoryId? SplitFrom);
