using BriefingBot.Core.Subscriptions.Schedules;
using Xunit;

namespace BriefingBot.Core.Tests.Subscriptions;

public sealed class ScheduleTimesTests
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    public void Through_a_year_it_is_due_when_the_clock_on_the_wall_says_so(string zone)
    {
        (string Cron, WallClock Wall)[] kinds =
        [
            ("30 2 * * *", new WallClock(zone, static time => time is { Hour: 2, Minute: 30 }, goesOn: false)),
            ("15 2 * * *", new WallClock(zone, static time => time is { Hour: 2, Minute: 15 }, goesOn: false)),
            ("45 1 * * *", new WallClock(zone, static time => time is { Hour: 1, Minute: 45 }, goesOn: false)),
            (
                "30 8 * * 1,2,3,4,5",
                new WallClock(
                    zone,
                    static time => time is { Hour: 8, Minute: 30, DayOfWeek: not (DayOfWeek.Saturday or DayOfWeek.Sunday) },
                    goesOn: false
                )
            ),
            ("0 * * * *", new WallClock(zone, static time => time.Minute == 0, goesOn: true)),
            ("*/30 * * * *", new WallClock(zone, static time => time.Minute % 30 == 0, goesOn: true)),
        ];
        foreach (var (cron, wall) in kinds)
        {
            Assert.True(ScheduleTimes.TryRead(cron, zone, out var times));
            List<DateTimeOffset> found = [];
            for (var next = times.Next(Start); next < Start.AddDays(366); next = times.Next(next.Value))
            {
                found.Add(next.Value);
            }

            Assert.Equal(wall.Between(Start, Start.AddDays(366).AddMinutes(-1)), found);
        }
    }

    [Fact]
    public void The_last_time_of_a_stretch_is_found()
    {
        Assert.True(ScheduleTimes.TryRead("0 9 * * *", "UTC", out var times));

        Assert.Equal(Start.AddHours(33), times.Last(Start, Start.AddHours(34)));
        Assert.Equal(Start.AddHours(9), times.Last(Start, Start.AddHours(9)));
        Assert.Null(times.Last(Start.AddHours(9), Start.AddHours(32)));
    }
}
