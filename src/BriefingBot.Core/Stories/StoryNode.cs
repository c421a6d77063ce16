using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Stories;

/// <summary>What finding the neighbours of an article needs of it.</summary>
/// <param name="Article">The article.</param>
/// <param name="Version">The store's mark of the content that this was made from.</param>
/// <param name="Day">The day of publication; null: undated.</param>
/// <param name="Vector">Where headline and lead lie, of unit length; empty without vectors.</param>
/// <param name="Wire">The agency that the text comes from; null when nothing says so.</param>
public sealed record StoryNode(ArticleId Article, long Version, DateOnly? Day, ReadOnlyMemory<float> Vector, string? Wire);
