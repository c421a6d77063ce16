using System.Globalization;
using BriefingBot.Core.Questions.Periods;
using Xunit;

namespace BriefingBot.Core.Tests.Questions;

public sealed class RelativePeriodsTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateOnly AsOf = new(2024, 7, 17);

    [Theory]
    [InlineData("Who won two days ago?", "2024-07-15..2024-07-15", false)]
    [InlineData("Who won a week ago?", "2024-07-08..2024-07-14", false)]
    [InlineData("Who won three months ago?", "2024-04-01..2024-04-30", false)]
    [InlineData("Who won the day before yesterday?", "2024-07-15..2024-07-15", false)]
    [InlineData("What happened in the last 24 hours?", "2024-07-16..2024-07-17", false)]
    [InlineData("What happened this morning?", "2024-07-17..2024-07-17", true)]
    [InlineData("What happened last night?", "2024-07-16..2024-07-17", false)]
    [InlineData("What happened last Friday?", "2024-07-12..2024-07-12", false)]
    [InlineData("What happened last Wednesday?", "2024-07-10..2024-07-10", false)]
    [InlineData("Who met on Monday?", "2024-07-15..2024-07-15", true)]
    [InlineData("What did we miss since Monday?", "2024-07-15..2024-07-17", false)]
    [InlineData("What happened at the weekend?", "2024-07-13..2024-07-14", false)]
    [InlineData("What happened last weekend?", "2024-07-13..2024-07-14", false)]
    [InlineData("What happened on 15/07/2024?", "2024-07-15..2024-07-15", false)]
    [InlineData("What happened on 5.7.2024?", "2024-07-05..2024-07-05", false)]
    [InlineData("What happened on 07/15/2024?", "2024-07-15..2024-07-15", false)]
    [InlineData("What happened between 5/7/2024 and 15/7/2024?", "2024-07-05..2024-07-15", false)]
    [InlineData("Strikes in February 2024 and in June 2024", "2024-02-01..2024-06-30", false)]
    public void Reads_the_periods_that_people_name_from_today(string question, string window, bool loose)
    {
        var time = TimeExpressionParser.Parse(question, AsOf);
        Assert.NotNull(time);
        Assert.Equal(window, string.Create(CultureInfo.InvariantCulture, $"{time.Window.From:yyyy-MM-dd}..{time.Window.To:yyyy-MM-dd}"));
        Assert.Equal(loose, time.IsLoose);
    }

    [Theory]
    [InlineData("Who owns the paper called Sunday's News?")]
    [InlineData("What does an hour of parking cost?")]
    public void Words_that_only_look_like_periods_name_none(string question) => Assert.Null(TimeExpressionParser.Parse(question, AsOf));
}
