using Xunit;

namespace BriefingBot.Core.Tests.Ingestion.Parsing;

public sealed class TitleTests
{
    [Theory]
    [InlineData("Council opens bridge")]
    [InlineData("Will the bridge hold?")]
    [InlineData("‘We are proud’: Council opens bridge")]
    [InlineData("Council opens bridge in the U.S.")]
    [InlineData("Ukraine: Russia strikes again")]
    public void A_first_line_that_looks_like_a_headline_is_the_title(string headline)
    {
        var article = Parsed.Text(headline + "\n\nThe council opened a new bridge over the river on Thursday.");

        Assert.Equal((headline, false), (article.Title, article.TitleDerived));
    }

    [Theory]
    [InlineData("The council opened a bridge. It is long.\n\nMore is to come.", "The council opened a bridge")]
    [InlineData("SEOUL (AP) — The council opened a bridge, the mayor said Friday.\n\nIt is long.", "The council opened a bridge")]
    [InlineData("The council opened a bridge, according to the mayor.\n\nIt is long.", "The council opened a bridge")]
    [InlineData("June 3, 2021\n\nThe council opened a bridge in the U.S.\n\nIt is long.", "The council opened a bridge in the U.S.")]
    [InlineData("Editor’s Note: This story is old.\n\nThe council opened a long bridge.\n\nIt is.", "The council opened a long bridge")]
    [InlineData("A single line without a full stop", "A single line without a full stop")]
    public void Without_one_the_title_is_derived_and_marked(string text, string title)
    {
        var article = Parsed.Text(text);

        Assert.Equal((title, true), (article.Title, article.TitleDerived));
    }

    [Fact]
    public void A_long_lead_is_cut_at_a_word_that_can_end_a_title()
    {
        string title = Parsed
            .Text(
                "The council of the city opened a new and very long bridge over the wide and muddy river on Thursday "
                    + "in the middle of a storm.\n\nIt held."
            )
            .Title;

        Assert.Equal("The council of the city opened a new and very long bridge over the wide and muddy river on Thursday…", title);
        Assert.True(title.Length <= 100);
    }

    [Fact]
    public void The_title_of_a_record_is_not_doubled_when_its_text_begins_with_it()
    {
        var article = Parsed.Json(
            """{"id":"a","title":"Council opens bridge","text":"Council opens bridge\n\nThe council opened a bridge."}"""
        );

        Assert.Equal("Council opens bridge\n\nThe council opened a bridge.", article.Text);
    }
}
