using BriefingBot.Core.Coverage;
using BriefingBot.Core.Text;
using Xunit;

namespace BriefingBot.Core.Tests.Ingestion.Parsing;

public sealed class SeedArticlesTests
{
    [Theory]
    [InlineData("000", "FM Cho discusses Russia-N.K. treaty with Blinken, Kamikawa")]
    [InlineData("001", "S. Korea, US, Japan concur on 'stern' response to NK-Russia arms deal")]
    [InlineData("002", "Allies say Kim, Putin will pay price for military cooperation")]
    [InlineData("003", "Amid deep North Korean-Russia ties, South Korea, Japan vow security cooperation with NATO")]
    public void The_headline_is_the_first_line(string seed, string title)
    {
        var article = Parsed.Seed(seed);

        Assert.Equal(title, article.Title);
        Assert.False(article.TitleDerived);
        Assert.Equal([title], article.Slices(PassageKind.Headline));
        Assert.StartsWith(title + "\n\n", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_headline_is_derived_from_the_lead_and_marked()
    {
        var article = Parsed.Seed("004");

        Assert.True(article.TitleDerived);
        Assert.Equal("The top diplomats of South Korea and the United States have agreed to closely work together…", article.Title);
        Assert.Empty(article.Slices(PassageKind.Headline));
        Assert.StartsWith("Washington: The top diplomats", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("000", "2024-06-21", DateOrigin.BylineLine)]
    [InlineData("001", "2024-02-23T13:25", DateOrigin.BylineLine)]
    [InlineData("002", "2023-09-15T17:38", DateOrigin.BylineLine)]
    [InlineData("003", null, DateOrigin.None)]
    [InlineData("004", null, DateOrigin.None)]
    public void Dates_come_with_their_origin_and_undated_stays_undated(string seed, string? published, DateOrigin origin)
    {
        var article = Parsed.Seed(seed);

        Assert.Equal(published, article.Published?.ToString());
        Assert.Equal(origin, article.DateOrigin);
        Assert.Null(article.Updated);
    }

    [Theory]
    [InlineData("000", null, null)]
    [InlineData("001", "Lee Jung-joo", null)]
    [InlineData("002", "Choi Si-young", null)]
    [InlineData("003", null, "Washington")]
    [InlineData("004", null, "Washington")]
    public void Byline_and_dateline_are_read_and_no_outlet_is_made_up(string seed, string? byline, string? dateline)
    {
        var article = Parsed.Seed(seed);

        Assert.Equal(byline, article.Byline);
        Assert.Equal(dateline, article.Dateline);
        Assert.Null(article.Outlet);
        Assert.Null(article.Url);
    }

    [Theory]
    [InlineData(
        "001",
        "South Korean Foreign Minister Cho Tae-yul (right), US",
        "Feb. 23, 2024 - 13:25 By Lee Jung-joo",
        "The foreign ministers of"
    )]
    [InlineData("002", "Foreign Minister Park Jin (center) and", "Sept. 15, 2023 - 17:38 By Choi Si-young", "Senior South Korean Foreign")]
    public void Captions_run_into_the_lead_are_kept_apart(string seed, string caption, string byline, string lead)
    {
        var article = Parsed.Seed(seed);

        Assert.Equal([byline], article.Slices(PassageKind.Byline));
        Assert.StartsWith(caption, Assert.Single(article.Slices(PassageKind.Caption)), StringComparison.Ordinal);
        Assert.StartsWith(lead, article.Slices(PassageKind.Body)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Page_furniture_is_gone()
    {
        foreach (string seed in new[] { "000", "001", "002", "003", "004" })
        {
            string text = Parsed.Seed(seed).Text;
            foreach (string furniture in new[] { "Send to", "Leave a Reply", "Your email address", "Required fields" })
            {
                Assert.DoesNotContain(furniture, text, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Fact]
    public void Broken_lines_are_joined_as_the_article_itself_tells()
    {
        string text = Parsed.Seed("004").Text;

        Assert.Contains("deployed to Russia’s western front-line Kursk region", text, StringComparison.Ordinal);
        Assert.Contains("In a separate readout, the U.S. State Department", text, StringComparison.Ordinal);
        Assert.Equal(7, text.Split("\n\n").Length);
    }

    [Fact]
    public void Sentences_of_the_samples_are_not_cut_at_initials_or_abbreviations()
    {
        foreach (string seed in new[] { "000", "001", "002", "003", "004" })
        {
            string text = Parsed.Seed(seed).Text;
            foreach (string sentence in SentenceSplitter.Split(text).Select(span => span.Of(text)))
            {
                Assert.False(
                    sentence.EndsWith("U.S.", StringComparison.Ordinal)
                        || sentence.EndsWith("Feb.", StringComparison.Ordinal)
                        || sentence.EndsWith(" S.", StringComparison.Ordinal),
                    sentence
                );
            }
        }
    }

    [Fact]
    public void Every_word_of_the_story_survives()
    {
        string text = Parsed.Seed("000").Text;
        string source = File.ReadAllText(Directory.EnumerateFiles(Repository.Seeds, "000_*.txt").Single());

        Assert.Equal(
            source.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
            text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
    }
}
