using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Stories;

/// <summary>What the stories lag behind the coverage.</summary>
/// <param name="Unlinked">New and changed articles, each with the store's mark of its content.</param>
/// <param name="Ungrouped">Articles whose neighbours changed.</param>
public sealed record StoryWork(IReadOnlyList<(ArticleId Article, long Version)> Unlinked, IReadOnlyList<ArticleId> Ungrouped);
