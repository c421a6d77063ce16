using BriefingBot.Core.Coverage;
using Xunit;

namespace BriefingBot.Core.Tests.Coverage;

public sealed class PublicationDateTests
{
    [Theory]
    [InlineData("2024-02-23", "2024-02-23")]
    [InlineData("2024-02-23T13:25", "2024-02-23T13:25")]
    [InlineData("2024-02-23 13:25:59", "2024-02-23T13:25")]
    [InlineData("2024-02-23T13:25+09:00", "2024-02-23T13:25+09:00")]
    [InlineData("2024-02-23T23:25:10.123-05:00", "2024-02-23T23:25-05:00")]
    [InlineData("2024-02-23T13:25:00Z", "2024-02-23T13:25Z")]
    [InlineData("2024-02-29", "2024-02-29")]
    public void Keeps_what_the_outlet_says_and_adds_nothing(string text, string written)
    {
        var date = PublicationDate.Parse(text);
        Assert.Equal(written, date.ToString());
        Assert.Equal(date, PublicationDate.Parse(written));
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("23.02.2024")]
    [InlineData("02/03/2024")]
    [InlineData("2024-2-3")]
    [InlineData("2024-02-23T25:00")]
    [InlineData("yesterday")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_ISO_date_is_no_date(string? text) => Assert.False(PublicationDate.TryParse(text, out _));

    [Fact]
    public void Orders_by_day_then_by_time_and_a_day_alone_comes_first()
    {
        string[] ordered = ["2023-12-31T23:59", "2024-01-01", "2024-01-01T00:00", "2024-01-01T09:30", "2024-01-02"];
        Assert.Equal(ordered, ordered.Reverse().Select(PublicationDate.Parse).Order().Select(date => date.ToString()));
    }

    [Fact]
    public void A_window_holds_both_its_ends_and_what_lies_wholly_inside()
    {
        TimeWindow june = new(new DateOnly(2024, 6, 1), new DateOnly(2024, 6, 30));
        Assert.True(june.Contains(june.From) && june.Contains(june.To) && june.Contains(june));
        Assert.False(june.Contains(new DateOnly(2024, 7, 1)));
        Assert.False(june.Contains(new TimeWindow(new DateOnly(2024, 6, 30), new DateOnly(2024, 7, 1))));
    }
}
