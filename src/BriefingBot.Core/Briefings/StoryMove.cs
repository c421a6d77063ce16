using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Briefings;

/// <summary>What an earlier and the newest report of a story count otherwise, in their own words.</summary>
/// <param name="Before">What the earlier one says: <c>2 people</c>.</param>
/// <param name="After">What the newest one says: <c>5 people</c>.</param>
/// <param name="Earlier">The earlier one.</param>
/// <param name="Newest">The newest one.</param>
public sealed record StoryMove(string Before, string After, ArticleHeader Earlier, ArticleHeader Newest)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Before} \u2192 {After}";
}
