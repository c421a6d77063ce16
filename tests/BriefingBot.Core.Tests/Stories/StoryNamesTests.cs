using BriefingBot.Core.Coverage;
using BriefingBot.Core.Stories;
using BriefingBot.Core.Stories.Deciding;
using Xunit;

namespace BriefingBot.Core.Tests.Stories;

public sealed class StoryNamesTests
{
    [Fact]
    public void A_group_of_new_articles_is_a_new_story()
    {
        var decision = Assert.Single(Keep("ab", ""));
        Assert.Null(decision.Keeps);
        Assert.Empty(decision.Absorbs);
        Assert.Null(decision.SplitFrom);
    }

    [Fact]
    public void A_story_that_grows_keeps_its_name() => Assert.Equal(new StoryId(7), Assert.Single(Keep("abc", "a7 b7")).Keeps);

    [Fact]
    public void Of_stories_that_become_one_the_oldest_goes_on_even_when_it_is_smaller()
    {
        var decision = Assert.Single(Keep("abcd", "a3 b9 c9 d9"));
        Assert.Equal(new StoryId(3), decision.Keeps);
        Assert.Equal([new StoryId(9)], decision.Absorbs);
    }

    [Fact]
    public void Of_a_story_that_falls_apart_the_larger_part_keeps_the_name_and_the_other_says_where_it_came_from()
    {
        var decisions = Keep("a bc", "a4 b4 c4");
        Assert.Equal((null, new StoryId(4)), (decisions[0].Keeps, decisions[0].SplitFrom));
        Assert.Equal((new StoryId(4), null), (decisions[1].Keeps, decisions[1].SplitFrom));
    }

    [Fact]
    public void Of_equal_parts_the_first_keeps_the_name()
    {
        var decisions = Keep("a b", "a4 b4");
        Assert.Equal(new StoryId(4), decisions[0].Keeps);
        Assert.Null(decisions[1].Keeps);
    }

    [Fact]
    public void A_story_whose_larger_part_went_elsewhere_is_not_absorbed_by_its_smaller_part()
    {
        // b left story 2 for story 1; c and d stay.
        var decisions = Keep("ab cd", "a1 b2 c2 d2");
        Assert.Equal(new StoryId(1), decisions[0].Keeps);
        Assert.Empty(decisions[0].Absorbs);
        Assert.Equal(new StoryId(2), decisions[1].Keeps);
    }

    private static List<StoryDecision> Keep(string groups, string before) =>
        StoryNames.Keep(
            [.. groups.Split(' ').Select(group => group.Select(c => ArticleId.Parse(c.ToString())).ToList())],
            before
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .ToDictionary(pair => ArticleId.Parse(pair[..1]), pair => new StoryId(long.Parse(pair[1..])))
        );
}
