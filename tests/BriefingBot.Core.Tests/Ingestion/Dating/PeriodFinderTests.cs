using BriefingBot.Core.Ingestion.Dating;
using Xunit;

namespace BriefingBot.Core.Tests.Ingestion.Dating;

public sealed class PeriodFinderTests
{
    private static readonly DateOnly Friday = new(2024, 2, 23);

    [Theory]
    [InlineData("They met on Feb. 23, 2024, again.", "2024-02-23..2024-02-23")]
    [InlineData("They met on 3 March 2023 and 2022-01-05.", "2023-03-03..2023-03-03 2022-01-05..2022-01-05")]
    [InlineData("as outlined in August 2023.", "2023-08-01..2023-08-31")]
    [InlineData("Launched in 2016, the group met in the fall of 2019.", "2016-01-01..2016-12-31 2019-01-01..2019-12-31")]
    [InlineData("It was 03/04/2023, with 2,016 people in room 2016B.", "")]
    [InlineData("It may 5 times march 10 miles; in 2016-17 it sold 1999 cars.", "")]
    public void Finds_periods_that_are_named_in_full(string text, string expected) => Assert.Equal(expected, Written(text, null));

    [Theory]
    [InlineData("They met Thursday.", "2024-02-22..2024-02-22")]
    [InlineData("They met Friday.", "2024-02-23..2024-02-23")]
    [InlineData("They met Saturday.", "2024-02-17..2024-02-17")]
    [InlineData("It begins on March 10.", "2024-03-10..2024-03-10")]
    [InlineData("It began on Dec. 5.", "2023-12-05..2023-12-05")]
    [InlineData("It began on 5 December.", "2023-12-05..2023-12-05")]
    [InlineData("It will end on April 30.", "2023-04-30..2023-04-30")]
    [InlineData("On Feb. 29 they met.", "2024-02-29..2024-02-29")]
    public void Reads_days_without_a_year_against_the_day_of_publication(string text, string expected)
    {
        Assert.Equal(expected, Written(text, Friday));
        Assert.Empty(PeriodFinder.Find(text, null));
    }

    private static string Written(string text, DateOnly? published) =>
        string.Join(' ', PeriodFinder.Find(text, published).Select(window => $"{window.From:yyyy-MM-dd}..{window.To:yyyy-MM-dd}"));
}
