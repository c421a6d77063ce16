using BriefingBot.Core.Coverage;
using BriefingBot.Core.Stories;
using Xunit;

namespace BriefingBot.Core.Tests.Stories;

public sealed class WireOriginTests
{
    [Theory]
    [InlineData("The Associated Press", null, "A ferry sank on Monday.", "AP")]
    [InlineData("Daily Herald", "JANE DOE, Associated Press", "A ferry sank on Monday.", "AP")]
    [InlineData("Daily Herald", "Reuters", "A ferry sank on Monday.", "Reuters")]
    [InlineData("Daily Herald", null, "MANILA (AP) — A ferry sank on Monday.", "AP")]
    [InlineData("Daily Herald", null, "SEOUL, Feb. 3 (Yonhap) -- A ferry sank on Monday.", "Yonhap")]
    [InlineData("Daily Herald", "Apolinario Reyes", "A ferry sank on Monday.", null)]
    [InlineData("Daily Herald", null, "The Sunday Reuters report said a ferry sank.", null)]
    [InlineData("Daily Herald", null, "The Associated Press reported that a ferry sank.", null)]
    [InlineData(
        null,
        null,
        "A ferry sank on Monday, the company that runs the line between the islands told reporters in the capital (AP).",
        null
    )]
    public void Names_the_agency_that_outlet_byline_or_dateline_names(string? outlet, string? byline, string lead, string? wire) =>
        Assert.Equal(
            wire,
            WireOrigin.Of(
                new Article
                {
                    Id = ArticleId.Parse("a"),
                    Title = "Ferry sinks",
                    Outlet = outlet,
                    Byline = byline,
                    Text = lead,
                    Passages = [new Passage(0, PassageKind.Body, 0, lead.Length)],
                }
            )
        );

    [Fact]
    public void Texts_of_one_agency_are_one_source_whoever_prints_them()
    {
        var sources = StorySources.Of([
            Report("a", "Daily Herald", "AP"),
            Report("b", "AP", "AP"),
            Report("c", "Evening Post", "AP"),
            Report("d", "BBC News", null),
            Report("e", "BBC", null),
        ]);

        Assert.Equal(["Daily Herald", "AP", "Evening Post", "BBC"], sources.Outlets);
        Assert.Equal(["AP"], sources.Wires);
        Assert.Equal(2, sources.Independent);
    }

    private static StoryReport Report(string id, string outlet, string? wire) =>
        new(
            new ArticleHeader(
                ArticleId.Parse(id),
                1,
                "Ferry sinks",
                false,
                outlet,
                null,
                null,
                DateOrigin.None,
                null,
                Article.DefaultCollection
            ),
            wire,
            DateTimeOffset.UnixEpoch
        );
}
