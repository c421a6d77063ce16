using BriefingBot.Core.Coverage;
using BriefingBot.Core.Stories;
using BriefingBot.Core.Stories.Deciding;
using Xunit;

namespace BriefingBot.Core.Tests.Stories;

public sealed class StoryClustersTests
{
    private const int Together = 400;

    [Fact]
    public void Joins_reports_that_are_all_linked() =>
        Assert.Equal(
            [
                ["a", "b", "c"],
                ["d"],
            ],
            Group("a b c d", "a-b 900, b-c 800, a-c 700")
        );

    [Fact]
    public void A_chain_of_likely_links_is_not_one_story() =>
        Assert.Equal(
            [
                ["a", "b"],
                ["c", "d"],
            ],
            Group("a b c d", "a-b 900, b-c 600, c-d 900")
        );

    [Fact]
    public void A_report_that_is_near_to_one_end_of_a_story_stays_out() =>
        Assert.Equal(
            [
                ["a", "b", "c"],
                ["x"],
            ],
            Group("a b c x", "a-b 900, b-c 900, a-c 900, c-x 900")
        );

    [Fact]
    public void A_bridge_that_is_linked_to_all_of_both_makes_two_stories_one()
    {
        const string Links = "a-b 900, c-d 900, a-c 300, b-d 300, a-d 300, b-c 300";
        Assert.Equal(
            [
                ["a", "b"],
                ["c", "d"],
            ],
            Group("a b c d", Links)
        );
        Assert.Equal(
            [
                ["a", "b", "c", "d", "m"],
            ],
            Group("a b c d m", $"{Links}, a-m 950, b-m 950, c-m 950, d-m 950")
        );
    }

    [Fact]
    public void Links_below_the_least_mean_join_nothing() =>
        Assert.Equal(
            [
                ["a"],
                ["b"],
            ],
            Group("a b", "a-b 399")
        );

    [Fact]
    public void Links_to_articles_that_are_not_grouped_count_for_nothing() =>
        Assert.Equal(
            [
                ["a"],
                ["b"],
            ],
            Group("a b", "a-z 900, b-z 900")
        );

    [Fact]
    public void The_same_links_give_the_same_groups_in_every_order()
    {
        Random random = new(11);
        for (int round = 0; round < 200; round++)
        {
            ArticleId[] articles = [.. Enumerable.Range(0, 24).Select(i => ArticleId.Parse($"n{i}"))];

            // Few values, so that many means tie.
            StoryLink[] links =
            [
                .. articles.SelectMany(
                    (one, i) =>
                        articles
                            .Skip(i + 1)
                            .Where(_ => random.NextDouble() < 0.2)
                            .Select(other => StoryLink.Between(one, other, 100 * random.Next(2, 10)))
                ),
            ];
            var expected = StoryClusters.Of(articles, links, Together);
            random.Shuffle(articles);
            random.Shuffle(links);

            Assert.Equal(expected, StoryClusters.Of(articles, links, Together));
        }
    }

    private static List<List<string>> Group(string articles, string links) =>
        [
            .. StoryClusters
                .Of(
                    articles.Split(' ').Select(ArticleId.Parse),
                    links
                        .Split(", ")
                        .Select(link => StoryLink.Between(ArticleId.Parse(link[..1]), ArticleId.Parse(link[2..3]), int.Parse(link[4..]))),
                    Together
                )
                .Select(group => group.Select(id => id.Value).ToList()),
        ];
}
