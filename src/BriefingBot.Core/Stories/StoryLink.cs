using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Stories;

/// <summary>How likely two articles tell of one event.</summary>
/// <param name="First">The one whose id sorts first.</param>
/// <param name="Second">The other.</param>
/// <param name="Likelihood">In thousandths, 1 to 1000: whole numbers add up alike in any order.</param>
public readonly record struct StoryLink(ArticleId First, ArticleId Second, int Likelihood)
{
    /// <summary>Makes one with its ends in order.</summary>
    public static StoryLink Between(ArticleId one, ArticleId other, int likelihood) =>
        string.CompareOrdinal(one.Value, other.Value) <= 0 ? new StoryLink(one, other, likelihood) : new StoryLink(other, one, likelihood);
}
