using BriefingBot.Core.Ingestion.Parsing;
using Xunit;

namespace BriefingBot.Core.Tests.Ingestion.Parsing;

public sealed class BylineLineTests
{
    [Theory]
    [InlineData("Feb. 23, 2024 - 13:25 By Lee Jung-joo", "Lee Jung-joo", null, "2024-02-23T13:25", null)]
    [InlineData("June 21, 2024", null, null, "2024-06-21", null)]
    [InlineData("By Jane Doe, Staff Writer", "Jane Doe", null, null, null)]
    [InlineData("By JANE DOE Associated Press", "JANE DOE", "Associated Press", null, null)]
    [InlineData("BY JANE DOE AND JOHN O'NEILL", "JANE DOE AND JOHN O'NEILL", null, null, null)]
    [InlineData("By Jane Doe and John Smith, CNN", "Jane Doe and John Smith", "CNN", null, null)]
    [InlineData("By Ludwig van der Berg in Brussels", "Ludwig van der Berg", null, null, null)]
    [InlineData("By Jane Doe (jane@example.com)", "Jane Doe", null, null, null)]
    [InlineData("By Jane Doe | The Morning Herald", "Jane Doe", "The Morning Herald", null, null)]
    [InlineData("Published: 3 March 2023 10:15 GMT", null, null, "2023-03-03T10:15Z", null)]
    [InlineData("Updated March 4, 2023", null, null, null, "2023-03-04")]
    [InlineData(
        "Published 9:30 a.m. EST March 3, 2023 | Updated 5:05 p.m. EST March 4, 2023",
        null,
        null,
        "2023-03-03T09:30-05:00",
        "2023-03-04T17:05-05:00"
    )]
    [InlineData("2023-03-03T10:15:00Z", null, null, "2023-03-03T10:15Z", null)]
    [InlineData("Published : July 5, 2023 - 15:21    Updated : July 6, 2023 - 09:05", null, null, "2023-07-05T15:21", "2023-07-06T09:05")]
    [InlineData("By Yonhap", "Yonhap", "Yonhap", null, null)]
    [InlineData("12 Mar 2024", null, null, "2024-03-12", null)]
    [InlineData("Tuesday, July 21, 2020", null, null, "2020-07-21", null)]
    [InlineData("Posted on May 5th, 2021 by Jane Doe", "Jane Doe", null, "2021-05-05", null)]
    [InlineData("By Jane Doe - Jan 2, 2020 - 4 min read", "Jane Doe", null, "2020-01-02", null)]
    public void Reads_who_wrote_it_for_whom_and_when(string line, string? byline, string? outlet, string? published, string? updated)
    {
        var read = BylineLine.Read(line);

        Assert.NotNull(read);
        Assert.Equal(
            (byline, outlet, published, updated),
            (read.Byline, read.Outlet, read.Published?.ToString(), read.Updated?.ToString())
        );
    }

    [Theory]
    [InlineData("By Monday the river had risen by two feet.")]
    [InlineData("By land and sea")]
    [InlineData("Jan. 6, 2021: What happened at the Capitol")]
    [InlineData("The treaty was signed on June 21, 2024")]
    [InlineData("03/04/2023")]
    [InlineData("Feb. 30, 2023")]
    [InlineData("It was written by Jane Doe")]
    [InlineData("The class of 2024")]
    [InlineData("By The Numbers: what 2023 cost us")]
    public void Leaves_everything_else_alone(string line) => Assert.Null(BylineLine.Read(line));

    [Theory]
    [InlineData("Jane Doe, USA TODAY", "Jane Doe", "USA TODAY")]
    [InlineData("Associated Press", null, "Associated Press")]
    [InlineData("From staff and wire reports", null, null)]
    [InlineData("Special To The News Journal", null, null)]
    public void Reads_credits_without_by(string line, string? byline, string? outlet)
    {
        var read = CreditLine.ReadLine(line);

        Assert.NotNull(read);
        Assert.Equal((byline, outlet), (read.Byline, read.Outlet));
    }

    [Theory]
    [InlineData("(Yonhap)", null, "Yonhap")]
    [InlineData("Reporting by Jane Doe and John Smith; Editing by Mary Major", "Jane Doe and John Smith", null)]
    [InlineData("(Reporting by Jane Doe)", "Jane Doe", null)]
    public void Reads_the_credits_that_close_an_article(string line, string? byline, string? outlet)
    {
        var article = Parsed.Text("Bridge opens\n\nThe council opened a bridge.\n\n" + line + "\n\njane@example.com\n(END)");

        Assert.Equal((byline, outlet), (article.Byline, article.Outlet));
        Assert.EndsWith("The council opened a bridge.\n\n" + line, article.Text, StringComparison.Ordinal);
        Assert.Equal([line], article.Slices(Core.Coverage.PassageKind.Byline));
    }

    [Fact]
    public void Reads_credits_set_in_two_lines()
    {
        Assert.Equal("Jane Doe", CreditLine.Read("Jane Doe", "Special to USA TODAY")?.Byline);
        Assert.Equal(
            ("Jane Doe", "The News Journal"),
            (CreditLine.Read("Jane Doe", "The News Journal")?.Byline, CreditLine.Read("Jane Doe", "The News Journal")?.Outlet)
        );
        Assert.Null(CreditLine.Read("Jane Doe", "The council opened a bridge."));
        Assert.Null(CreditLine.Read("Mayor resigns after long debate", "Associated Press"));
    }
}
