using BriefingBot.Core.Commands.Brief;
using BriefingBot.Core.Subscriptions;
using BriefingBot.Core.Subscriptions.Schedules;
using Xunit;

namespace BriefingBot.Core.Tests.Subscriptions;

public sealed class ScheduleWordsTests
{
    [Theory]
    [InlineData("weekdays 8:30", "30 8 * * 1,2,3,4,5")]
    [InlineData("Weekdays at 08:30", "30 8 * * 1,2,3,4,5")]
    [InlineData("daily 7:00", "0 7 * * *")]
    [InlineData("every day at 7pm", "0 19 * * *")]
    [InlineData("daily 12:15 am", "15 0 * * *")]
    [InlineData("hourly", "0 * * * *")]
    [InlineData("mondays 9:00", "0 9 * * 1")]
    [InlineData("mon, thu and Saturday 9", "0 9 * * 1,4,6")]
    [InlineData("mon tue wed thu 9:00", "0 9 * * 1,2,3,4")]
    [InlineData("weekends 10:00", "0 10 * * 0,6")]
    [InlineData("every sunday at 23:59", "59 23 * * 0")]
    [InlineData("30 8 * * 1-5", "30 8 * * 1-5")]
    [InlineData("`*/30 6-20 * * MON-FRI`", "*/30 6-20 * * MON-FRI")]
    public void Words_become_a_cron_expression(string words, string cron) => Assert.Equal(cron, ScheduleWords.Read(words));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("weekdays")]
    [InlineData("8:30")]
    [InlineData("daily 25:00")]
    [InlineData("t 9:00")]
    [InlineData("fridays after 9:00")]
    [InlineData("30 8 * *")]
    [InlineData("61 8 * * *")]
    [InlineData("0 30 8 * * *")]
    public void What_says_no_time_is_none(string words) => Assert.Null(ScheduleWords.Read(words));

    [Theory]
    [InlineData("weekdays 8:30", "weekdays 8:30", null, null, null)]
    [InlineData("weekdays 8:30 Europe/Berlin", "weekdays 8:30", "Europe/Berlin", null, null)]
    [InlineData("30 8 * * 1-5 Berlin NATO summit 3", "30 8 * * 1-5", "Berlin", "NATO summit", 3)]
    [InlineData("mondays at 9 am elections 2024", "mondays at 9 am", null, "elections 2024", null)]
    [InlineData("hourly UTC 5", "hourly", "UTC", null, 5)]
    [InlineData("daily 7:00 Mars/Olympus floods", "daily 7:00", "Mars/Olympus", "floods", null)]
    [InlineData("when it rains", "when it rains", null, null, null)]
    public void A_line_says_when_where_and_what(string line, string when, string? zone, string? topic, int? count) =>
        Assert.Equal(
            new ScheduleRequest(when)
            {
                Zone = zone,
                Topic = topic,
                Count = count,
            },
            ScheduleRequest.Read(line.Split(' '))
        );

    [Theory]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData("New York", "America/New_York")]
    [InlineData("utc", "UTC")]
    [InlineData("Lord_Howe", "Australia/Lord_Howe")]
    public void Time_zones_are_known_by_what_people_type(string typed, string id)
    {
        Assert.True(TimeZoneNames.TryFind(typed, out var zone));
        Assert.Equal(id, zone.Id);
    }

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/localtime")]
    [InlineData("")]
    public void What_is_no_time_zone_is_none(string typed) => Assert.False(TimeZoneNames.TryFind(typed, out _));

    [Theory]
    [InlineData("* * * * *", true)]
    [InlineData("0,5 8 * * *", true)]
    [InlineData("*/10 * * * *", false)]
    [InlineData("0 9 * * 1", false)]
    public void What_comes_too_often_is_told(string cron, bool isTooOften)
    {
        Assert.True(ScheduleTimes.TryRead(cron, "Europe/Berlin", out var times));
        Assert.Equal(isTooOften, times.IsTooOften(new DateTimeOffset(2024, 3, 30, 12, 0, 0, TimeSpan.Zero)));
    }
}
