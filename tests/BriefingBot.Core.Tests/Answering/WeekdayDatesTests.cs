using BriefingBot.Core.Answering;
using Xunit;

namespace BriefingBot.Core.Tests.Answering;

public sealed class WeekdayDatesTests
{
    /// <summary>A Friday.</summary>
    private static readonly DateOnly Published = new(2024, 6, 21);

    [Theory]
    [InlineData("The ministers spoke on Friday.", "The ministers spoke on Friday [June 21, 2024].")]
    [InlineData("The council met Wednesday to vote.", "The council met Wednesday [June 19, 2024] to vote.")]
    [InlineData("The boat will sail on Monday.", "The boat will sail on Monday [June 24, 2024].")]
    [InlineData("Talks begin next Tuesday.", "Talks begin next Tuesday [June 25, 2024].")]
    [InlineData("It closed last Friday.", "It closed last Friday [June 14, 2024].")]
    public void A_weekday_gets_the_date_that_its_report_means(string text, string shown) =>
        Assert.Equal(shown, WeekdayDates.Show(text, Published));

    [Theory]
    [InlineData("The ministers spoke on Friday, June 21.")]
    [InlineData("It was like Black Friday sales.")]
    [InlineData("Friday's meeting was short.")]
    [InlineData("They play every Sunday here.")]
    public void What_is_dated_already_or_no_day_stays(string text) => Assert.Equal(text, WeekdayDates.Show(text, Published));
}
