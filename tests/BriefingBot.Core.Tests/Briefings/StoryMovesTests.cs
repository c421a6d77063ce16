using BriefingBot.Core.Briefings;
using BriefingBot.Core.Coverage;
using Xunit;

namespace BriefingBot.Core.Tests.Briefings;

public sealed class StoryMovesTests
{
    [Theory]
    [InlineData(
        "Two people died when a ferry sank off Dunmere harbour on Monday.",
        "Five people died when a ferry sank off Dunmere harbour, officials said.",
        "Two people \u2192 Five people"
    )]
    [InlineData(
        "Two people died when a ferry sank off Dunmere harbour on Monday.",
        "Five people died when a ferry sank off Dunmere harbour, officials said on Tuesday.",
        "Two people \u2192 Five people"
    )]
    [InlineData(
        "The flood has displaced 4,000 residents of Eastwold.",
        "The flood has displaced 9,500 residents of Eastwold, the province said.",
        "4,000 residents \u2192 9,500 residents"
    )]
    public void Says_what_is_counted_otherwise(string before, string after, string move) =>
        Assert.Equal(move, Find(before, after)?.ToString());

    [Theory]
    [InlineData(
        "Two people died when a ferry sank off Dunmere harbour on Monday.",
        "Two people died when a ferry sank off Dunmere harbour, officials said."
    )]
    [InlineData(
        "Two people died when a ferry sank off Dunmere harbour on Monday.",
        "Five boats were sent to Dunmere harbour, where a ferry sank."
    )]
    [InlineData("Two people died when a ferry sank off Dunmere harbour on Monday.", "Five people were charged over permits for a hotel.")]
    [InlineData("Two people died in shelling of Eastwold on Monday.", "On Tuesday, five people died at a market of the town.")]
    [InlineData(
        "Two people died when a ferry sank off Dunmere harbour on Monday.",
        "In 1987, five people died when a ferry sank off Dunmere harbour."
    )]
    public void Is_silent_when_it_is_not_sure(string before, string after) => Assert.Null(Find(before, after));

    [Fact]
    public void Reports_of_one_moment_do_not_move() =>
        Assert.Null(
            StoryMoves.Find([
                Article("a", "2024-05-02", "Two people died when a ferry sank off Dunmere harbour."),
                Article("b", "2024-05-02", "Five people died when a ferry sank off Dunmere harbour."),
            ])
        );

    private static StoryMove? Find(string before, string after) =>
        StoryMoves.Find([Article("b", "2024-05-03", after), Article("a", "2024-05-02", before)]);

    private static StoredArticle Article(string id, string day, string lead) =>
        new(
            new Article
            {
                Id = ArticleId.Parse(id),
                Title = "Ferry",
                Published = PublicationDate.Parse(day),
                Text = lead,
                Passages = [new Passage(0, PassageKind.Body, 0, lead.Length)],
            },
            1,
            DateTimeOffset.UnixEpoch,
            true
        );
}
