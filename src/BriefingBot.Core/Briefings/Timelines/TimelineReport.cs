using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Briefings.Timelines;

/// <summary>A report on a timeline.</summary>
/// <param name="Article">The article.</param>
/// <param name="Story">Its story; null when it is not grouped.</param>
public sealed record TimelineReport(ArticleHeader Article, StoryId? Story)
{
    /// <summary>What it counts otherwise than an earlier report of the story; null when nothing is sure.</summary>
    public StoryMove? Move { get; init; }
}
