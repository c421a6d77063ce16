using System.Globalization;
using BriefingBot.Core.Questions.Periods;
using Xunit;

namespace BriefingBot.Core.Tests.Questions;

public sealed class TimeExpressionParserTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateOnly AsOf = new(2024, 7, 17);

    [Theory]
    [InlineData("What happened on 2024-03-05?", "2024-03-05..2024-03-05")]
    [InlineData("What happened on March 5, 2024?", "2024-03-05..2024-03-05")]
    [InlineData("What happened on March 5th 2024?", "2024-03-05..2024-03-05")]
    [InlineData("What happened on 5 March 2024?", "2024-03-05..2024-03-05")]
    [InlineData("What happened on the 5th of March, 2024?", "2024-03-05..2024-03-05")]
    [InlineData("What was agreed on Feb. 29, 2024?", "2024-02-29..2024-02-29")]
    [InlineData("Who resigned in Sept. 2023?", "2023-09-01..2023-09-30")]
    [InlineData("Who resigned in February 2024?", "2024-02-01..2024-02-29")]
    [InlineData("Who resigned in February of 2023?", "2023-02-01..2023-02-28")]
    [InlineData("What was built in 2019?", "2019-01-01..2019-12-31")]
    [InlineData("2023 flood reports", "2023-01-01..2023-12-31")]
    public void Reads_days_months_and_years(string question, string window)
    {
        Assert.Equal(window, Window(question));
        Assert.False(TimeExpressionParser.Parse(question, AsOf)!.IsLoose);
    }

    [Theory]
    [InlineData("What was built between 2019 and 2021?", "2019-01-01..2021-12-31")]
    [InlineData("Strikes from March 2024 to May 2024", "2024-03-01..2024-05-31")]
    [InlineData("Strikes from March 3, 2024 until March 9, 2024", "2024-03-03..2024-03-09")]
    [InlineData("What did the council decide since May 2024?", "2024-05-01..9999-12-31")]
    [InlineData("What did the council decide after May 2024?", "2024-06-01..9999-12-31")]
    [InlineData("What did the council decide before May 2024?", "0001-01-01..2024-04-30")]
    [InlineData("What did the council decide until May 2024?", "0001-01-01..2024-05-31")]
    [InlineData("What did the council decide before 2020?", "0001-01-01..2019-12-31")]
    public void Reads_spans_and_open_ends(string question, string window) => Assert.Equal(window, Window(question));

    [Theory]
    [InlineData("Who won yesterday?", "2024-07-16..2024-07-16")]
    [InlineData("Who won today?", "2024-07-17..2024-07-17")]
    [InlineData("Who met last week?", "2024-07-08..2024-07-14")]
    [InlineData("Who met this week?", "2024-07-15..2024-07-17")]
    [InlineData("Who met last month?", "2024-06-01..2024-06-30")]
    [InlineData("Who met this month?", "2024-07-01..2024-07-17")]
    [InlineData("Who met last year?", "2023-01-01..2023-12-31")]
    [InlineData("What changed in the past three days?", "2024-07-14..2024-07-17")]
    [InlineData("What changed over the last 2 weeks?", "2024-07-03..2024-07-17")]
    [InlineData("What changed during the past month?", "2024-06-17..2024-07-17")]
    [InlineData("What changed in the last couple of years?", "2022-07-17..2024-07-17")]
    public void Counts_relative_periods_from_the_day_of_asking(string question, string window)
    {
        Assert.Equal(window, Window(question));
        Assert.True(TimeExpressionParser.Parse(question, AsOf)!.IsRelative);
    }

    [Theory]
    [InlineData("2024-07-15", "2024-07-08..2024-07-14")]
    [InlineData("2024-07-21", "2024-07-08..2024-07-14")]
    [InlineData("2024-07-22", "2024-07-15..2024-07-21")]
    public void Weeks_start_on_Monday(string asOf, string window) =>
        Assert.Equal(window, Window("Who met last week?", DateOnly.ParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture)));

    [Fact]
    public void The_month_after_the_last_day_of_a_longer_month_is_not_skipped() =>
        Assert.Equal("2024-02-01..2024-02-29", Window("Who met last month?", new DateOnly(2024, 3, 31)));

    [Theory]
    [InlineData("Who resigned in March?", "2024-03-01..2024-03-31")]
    [InlineData("Who resigned in July?", "2024-07-01..2024-07-31")]
    [InlineData("Who resigned in October?", "2023-10-01..2023-10-31")]
    [InlineData("Who resigned on July 17?", "2024-07-17..2024-07-17")]
    [InlineData("Who resigned on July 18?", "2023-07-18..2023-07-18")]
    public void A_month_or_day_without_a_year_is_the_latest_that_has_begun_and_binds_loosely(string question, string window)
    {
        Assert.Equal(window, Window(question));
        Assert.True(TimeExpressionParser.Parse(question, AsOf)!.IsLoose);
    }

    [Theory]
    [InlineData("Who may lead the council?")]
    [InlineData("May the council sell the harbour?")]
    [InlineData("Will farmers march on the capital?")]
    [InlineData("Where did the students march?")]
    [InlineData("Who is Theresa May?")]
    [InlineData("Which judge did August Keller follow?")]
    [InlineData("How many of the 2,300 houses were flooded?")]
    [InlineData("What does bus 2045a cost?")]
    [InlineData("What is today's weather policy?")]
    [InlineData("Where is Marchfield?")]
    [InlineData("What did the mayor say?")]
    public void Words_that_only_look_like_dates_name_no_period(string question) => Assert.Null(Window(question));

    [Theory]
    [InlineData("What happened on February 30, 2024?")]
    [InlineData("What happened on 2024-13-01?")]
    public void Days_that_never_were_name_no_single_day(string question)
    {
        var window = TimeExpressionParser.Parse(question, AsOf)?.Window;
        Assert.True(window is null || window.Value.From < window.Value.To);
    }

    [Fact]
    public void Says_where_the_period_stands()
    {
        const string question = "What did the council decide since May 2024 about trams?";
        var time = TimeExpressionParser.Parse(question, AsOf)!;
        Assert.Equal("since May 2024", question.Substring(time.Start, time.Length));
    }

    [Fact]
    public void A_period_to_come_is_read_too() => Assert.Equal("2030-01-01..2030-12-31", Window("What is planned for 2030?"));

    private static string? Window(string question, DateOnly? asOf = null) =>
        TimeExpressionParser.Parse(question, asOf ?? AsOf) is { } time
            ? string.Create(CultureInfo.InvariantCulture, $"{time.Window.From:yyyy-MM-dd}..{time.Window.To:yyyy-MM-dd}")
            : null;
}
