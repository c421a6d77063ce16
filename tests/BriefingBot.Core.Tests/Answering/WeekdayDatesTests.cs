using System.Globalization;
using BriefingBot.Core.Answering.Weekdays;
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
    [InlineData("Nineteen children and two teachers killed Tuesday will be buried soon.", "Tuesday [June 18, 2024]")]
    [InlineData("The bill, introduced Monday by two members, is long.", "Monday [June 17, 2024]")]
    [InlineData("On Wednesday, the court upheld the ban.", "Wednesday [June 19, 2024]")]
    [InlineData("“I cannot stay,” Truss said Thursday in London.", "Thursday [June 20, 2024]")]
    [InlineData("The hearing will be held on Monday.", "Monday [June 24, 2024]")]
    [InlineData("A vote is scheduled for Tuesday.", "Tuesday [June 25, 2024]")]
    [InlineData("The law is to take effect on Sunday.", "Sunday [June 23, 2024]")]
    [InlineData("Leaders are expected to sign it on Wednesday.", "Wednesday [June 26, 2024]")]
    [InlineData("Schools have been closed since Tuesday.", "Tuesday [June 18, 2024]")]
    public void The_verb_of_its_clause_says_whether_a_weekday_is_over(string text, string shown) =>
        Assert.Contains(shown, WeekdayDates.Show(text, Published), StringComparison.Ordinal);

    [Theory]
    [InlineData("Johnson, who leaves office Tuesday, spoke briefly.")]
    [InlineData("The minister said Johnson leaves office Tuesday.")]
    [InlineData("She flew to Paris to meet Macron on Monday.")]
    [InlineData("The deadline was extended until Monday.")]
    [InlineData("The trial was scheduled for Tuesday.")]
    [InlineData("He said they would vote on Monday.")]
    [InlineData("People carry boxes down a snow-covered street on Monday.")]
    [InlineData("Sales end Sunday.")]
    [InlineData("Use the code at checkout through Tuesday.")]
    [InlineData("All trolley services were suspended beginning Monday.")]
    [InlineData("The president will meet wounded soldiers Monday.")]
    [InlineData("Photographers set up cameras on Monday.")]
    [InlineData("She had met them on Monday.")]
    [InlineData("The ministry tweeted early Saturday.")]
    [InlineData("It closed last Wednesday.")]
    [InlineData("It opens next Saturday.")]
    [InlineData("They will talk on Friday.")]
    [InlineData("It happened one Saturday morning.")]
    public void A_weekday_that_its_report_leaves_open_gets_no_date(string text) => Assert.Equal(text, WeekdayDates.Show(text, Published));

    [Theory]
    [InlineData("The ministers spoke on Friday.", "2024-06-22", "The ministers spoke on Friday [June 21, 2024].")]
    [InlineData("The ministers spoke on Friday.", "2024-06-21", "The ministers spoke on Friday [June 21, 2024].")]
    [InlineData("The ministers spoke on Friday.", "2024-06-20", "The ministers spoke on Friday [June 21, 2024].")]
    [InlineData("The ministers spoke on Friday.", "2024-06-28", "The ministers spoke on Friday.")]
    [InlineData("The ministers spoke on Saturday.", "2024-06-22", "The ministers spoke on Saturday.")]
    [InlineData("The boat will sail on Monday.", "2024-06-23", "The boat will sail on Monday [June 24, 2024].")]
    [InlineData("The boat will sail on Monday.", "2024-06-25", "The boat will sail on Monday.")]
    [InlineData("The ministers spoke on Friday.", "2025-01-03", "The ministers spoke on Friday.")]
    public void A_weekday_of_a_report_that_was_changed_later_is_dated_where_it_can_only_be_one_day(
        string text,
        string updated,
        string shown
    ) => Assert.Equal(shown, WeekdayDates.Show(text, Published, DateOnly.Parse(updated, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("The ministers spoke on Friday, June 21.")]
    [InlineData("It was like Black Friday sales.")]
    [InlineData("Friday's meeting was short.")]
    [InlineData("They play every Sunday here.")]
    public void What_is_dated_already_or_no_day_stays(string text) => Assert.Equal(text, WeekdayDates.Show(text, Published));
}
