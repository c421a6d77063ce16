using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.EndToEnd.Tests.Answers;

public sealed class LatestBriefingTests(InventedNewsroom news) : IClassFixture<InventedNewsroom>
{
    [Fact]
    public async Task The_newest_comes_first_and_the_undated_last()
    {
        var entries = await news.Newsroom.LatestAsync();
        Assert.Equal(["ferry-inquiry", "ferry", "library", "strike"], entries.Select(entry => entry.Article.Id.Value));
        Assert.Null(entries[^1].Article.Published);
        Assert.Equal(["ferry-inquiry", "ferry"], (await news.Newsroom.LatestAsync(count: 2)).Select(entry => entry.Article.Id.Value));
    }

    [Fact]
    public async Task Every_entry_says_what_happened_in_one_or_two_sentences_of_the_article()
    {
        foreach (var entry in await news.Newsroom.LatestAsync())
        {
            Assert.InRange(entry.Summary.Count, 1, 2);
            var article = await news.Newsroom.Store.FindArticleAsync(entry.Article.Id, null, TestContext.Current.CancellationToken);
            Assert.All(entry.Summary, sentence => Assert.Contains(sentence.Text, article!.Article.Text, StringComparison.Ordinal));
            Assert.All(
                entry.Summary,
                sentence =>
                    Assert.All(
                        sentence.Citations,
                        number => Assert.Contains(sentence.Text, entry.Citations[number - 1].Quote, StringComparison.Ordinal)
                    )
            );
            Assert.All(entry.Citations, citation => Assert.Equal(citation.Quote, article!.Article.Text[citation.Start..citation.End]));
            Assert.DoesNotContain(
                entry.Summary,
                sentence => sentence.Text == entry.Article.Title || sentence.Text.Contains("(Coast Guard)", StringComparison.Ordinal)
            );
        }
    }

    [Theory]
    [InlineData("ferry", "sank off Dunmere")]
    [InlineData("ferry-inquiry", "blamed Captain Hugo Brandt")]
    [InlineData("library", "reopened on Monday")]
    [InlineData("strike", "ended their strike")]
    public async Task The_summary_holds_the_news(string article, string news_)
    {
        var entry = Assert.Single(await news.Newsroom.LatestAsync(), entry => entry.Article.Id.Value == article);
        Assert.Contains(news_, string.Join(' ', entry.Summary.Select(sentence => sentence.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_news_is_found_below_a_lead_that_only_sets_the_scene()
    {
        await using var newsroom = await Newsroom.OpenAsync(
            "2024-07-01",
            (
                "dam.txt",
                """
                Eastwold dam closed after cracks are found

                June 2, 2024 - 08:00 By Ida Kestrel

                It was still dark. The gulls were loud.

                Engineers closed the Eastwold dam on Sunday after cracks had been found in its eastern wall. The province will repair the wall of the dam by autumn, the engineers said.

                Visitors brought coffee.
                """
            )
        );

        string summary = string.Join(' ', Assert.Single(await newsroom.LatestAsync()).Summary.Select(sentence => sentence.Text));

        Assert.Contains("Engineers closed the Eastwold dam", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("gulls", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copies_of_one_story_are_one_entry()
    {
        await using var newsroom = await Newsroom.OpenAsync("2024-07-01", [.. InventedNews.All, InventedNews.FerryCopy]);

        var entries = await newsroom.LatestAsync();

        Assert.Equal(4, entries.Count);
        Assert.Equal(2, Assert.Single(entries, entry => entry.Article.Id.Value is "ferry" or "copy").Copies);
        Assert.All(entries.Where(entry => entry.Article.Id.Value is not ("ferry" or "copy")), entry => Assert.Equal(1, entry.Copies));
    }

    [Theory]
    [InlineData("ferry", "ferry-inquiry ferry")]
    [InlineData("Arnfield library", "library")]
    [InlineData("bakers' strike", "strike")]
    [InlineData("volcanoes", "")]
    public async Task A_topic_limits_to_what_is_about_it(string topic, string articles) =>
        Assert.Equal(articles, string.Join(' ', (await news.Newsroom.LatestAsync(topic)).Select(entry => entry.Article.Id.Value)));

    [Fact]
    public async Task A_topic_that_cannot_be_looked_up_is_turned_away() =>
        await Assert.ThrowsAsync<InvalidQuestionException>(() => news.Newsroom.LatestAsync("about the"));

    [Fact]
    public async Task Filters_hold_with_and_without_a_topic()
    {
        CoverageFilter may = new() { NotAfter = new DateOnly(2024, 5, 31) };
        Assert.Equal(
            ["ferry", "library", "strike"],
            (await news.Newsroom.LatestAsync(filter: may)).Select(entry => entry.Article.Id.Value)
        );
        Assert.Equal(["ferry"], (await news.Newsroom.LatestAsync("ferry", filter: may)).Select(entry => entry.Article.Id.Value));
        Assert.Empty(await news.Newsroom.LatestAsync("ferry", filter: new CoverageFilter { Collections = ["elsewhere"] }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(51)]
    public async Task The_count_has_limits(int count) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => news.Newsroom.LatestAsync(count: count));
}
