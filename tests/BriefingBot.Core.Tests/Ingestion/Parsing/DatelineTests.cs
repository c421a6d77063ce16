using BriefingBot.Core.Ingestion.Parsing;
using Xunit;

namespace BriefingBot.Core.Tests.Ingestion.Parsing;

public sealed class DatelineTests
{
    private const string Story = "The council opened a new bridge over the river on Thursday, the mayor said.";

    [Theory]
    [InlineData("Washington: ", "Washington", null)]
    [InlineData("WASHINGTON – ", "WASHINGTON", null)]
    [InlineData("WASHINGTON - ", "WASHINGTON", null)]
    [InlineData("WASHINGTON (AP) — ", "WASHINGTON", "AP")]
    [InlineData("SEOUL, South Korea (AP) — ", "SEOUL, South Korea", "AP")]
    [InlineData("LONDON, March 3 (Reuters) - ", "LONDON", "Reuters")]
    [InlineData("London (CNN) ", "London", "CNN")]
    [InlineData("Hong Kong CNN — ", "Hong Kong", "CNN")]
    [InlineData("New York CNN Business — ", "New York", "CNN Business")]
    [InlineData("CNN — ", null, "CNN")]
    [InlineData("(Reuters) - ", null, "Reuters")]
    [InlineData("ST. LOUIS — ", "ST. LOUIS", null)]
    [InlineData("SEOUL, June 21 (Yonhap) -- ", "SEOUL", "Yonhap")]
    public void Reads_place_and_agency(string dateline, string? place, string? outlet)
    {
        var read = Dateline.Read(dateline + Story);

        Assert.NotNull(read);
        Assert.Equal((place, outlet, dateline.Length), (read.Place, read.Outlet, read.Length));
    }

    [Theory]
    [InlineData("Opinion: " + Story)]
    [InlineData("Update: " + Story)]
    [InlineData("Ukraine: What to know")]
    [InlineData("Trump — who lost — spoke on Friday at a rally in Ohio before thousands.")]
    [InlineData("Sunday — " + Story)]
    [InlineData(Story)]
    public void Leaves_everything_else_alone(string paragraph) => Assert.Null(Dateline.Read(paragraph));

    [Fact]
    public void The_dateline_stays_in_the_text()
    {
        var article = Parsed.Text("Bridge opens\n\nSEOUL, South Korea (AP) — " + Story + "\n\nIt is long, reported Yonhap news agency.");

        Assert.Equal(("SEOUL, South Korea", "AP"), (article.Dateline, article.Outlet));
        Assert.Contains("SEOUL, South Korea (AP) — The council", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dateline_in_a_line_of_its_own_is_joined_to_its_sentence() =>
        Assert.Contains("CNN — The council", Parsed.Text("Bridge opens\n\nCNN —\n\n" + Story).Text, StringComparison.Ordinal);

    [Fact]
    public void A_quoted_agency_is_not_the_outlet() =>
        Assert.Null(
            Parsed
                .Text("Bridge opens\n\nThe council opened a bridge, reported Yonhap news agency. According to Reuters, it is long.")
                .Outlet
        );

    [Fact]
    public void The_holder_of_the_copyright_is_the_outlet() =>
        Assert.Equal(
            "The Daily Example",
            Parsed.Text("Bridge opens\n\n" + Story + "\n\nCopyright 2023 The Daily Example. All rights reserved.").Outlet
        );
}
