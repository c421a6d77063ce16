using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Subscriptions;
using BriefingBot.Core.Subscriptions.Schedules;
using Xunit;

namespace BriefingBot.Storage.Tests.Subscriptions;

/// <summary>What every <see cref="IScheduleStore"/> must do. A store derives from it and says how it is opened.</summary>
public abstract class ScheduleStoreConformance
{
    private static readonly SubscriptionPlace Newsroom = new("discord", "G1", "C1", null);
    private static readonly SubscriptionPlace Ada = new("slack", "T1", null, "U1");

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected ManualClock Clock { get; } = new();

    /// <summary>Opens the store as one more process does.</summary>
    protected abstract Task<SubscriptionStores> OpenAsync();

    [Fact]
    public async Task Schedules_come_back_as_they_were_set()
    {
        var stores = await OpenAsync();
        Assert.True(await stores.Schedules.SetAsync(Schedule(Newsroom, null), 10, Ct));
        Assert.True(await stores.Schedules.SetAsync(Schedule(Newsroom, "NATO"), 10, Ct));
        Assert.True(await stores.Schedules.SetAsync(Schedule(Ada, null), 10, Ct));

        var kept = await (await OpenAsync()).Schedules.ListAsync(Newsroom, Ct);

        Assert.Equal([Schedule(Newsroom, null), Schedule(Newsroom, "NATO")], kept.Select(static schedule => schedule with { Number = 0 }));
        Assert.Equal(
            [Schedule(Ada, null)],
            (await stores.Schedules.ListAsync(Ada, Ct)).Select(static schedule => schedule with { Number = 0 })
        );
        Assert.Empty(await stores.Schedules.ListAsync(Newsroom with { Space = null }, Ct));
    }

    [Fact]
    public async Task A_schedule_takes_the_place_of_the_one_with_its_topic_and_what_was_told_stays_told()
    {
        var stores = await OpenAsync();
        await stores.Schedules.SetAsync(Schedule(Newsroom, "NATO"), 2, Ct);
        var first = Assert.Single(await stores.Schedules.ListAsync(Newsroom, Ct));

        Assert.True(
            await stores.Schedules.SetAsync(
                Schedule(Newsroom, "Nato") with
                {
                    Cron = "0 7 * * *",
                    Told = 99,
                    ToldAt = Clock.Now.AddHours(1),
                },
                2,
                Ct
            )
        );
        Assert.True(await stores.Schedules.SetAsync(Schedule(Newsroom, "floods"), 2, Ct));
        Assert.False(await stores.Schedules.SetAsync(Schedule(Newsroom, null), 2, Ct));

        var kept = await stores.Schedules.ListAsync(Newsroom, Ct);
        Assert.Equal(["Nato", "floods"], kept.Select(static schedule => schedule.Topic));
        Assert.Equal(("0 7 * * *", first.Told, first.ToldAt), (kept[0].Cron, kept[0].Told, kept[0].ToldAt));
        Assert.NotEqual(first.Number, kept[0].Number);
    }

    [Fact]
    public async Task Those_that_are_due_are_found_by_platform()
    {
        var stores = await OpenAsync();
        await stores.Schedules.SetAsync(Schedule(Newsroom, null) with { Due = Clock.Now }, 10, Ct);
        await stores.Schedules.SetAsync(Schedule(Newsroom, "NATO") with { Due = Clock.Now.AddMinutes(-5) }, 10, Ct);
        await stores.Schedules.SetAsync(Schedule(Newsroom, "floods") with { Due = Clock.Now.AddMilliseconds(1) }, 10, Ct);
        await stores.Schedules.SetAsync(Schedule(Ada, null) with { Due = Clock.Now }, 10, Ct);

        Assert.Equal(
            ["NATO", null],
            (await stores.Schedules.ListDueAsync(["discord"], Clock.Now, Ct)).Select(static schedule => schedule.Topic)
        );
        Assert.Equal(3, (await stores.Schedules.ListDueAsync(["discord", "slack"], Clock.Now, Ct)).Count);
        Assert.Empty(await stores.Schedules.ListDueAsync([], Clock.Now, Ct));
    }

    [Fact]
    public async Task Of_two_processes_that_find_it_due_one_settles_it_and_what_it_says_is_journaled_with_it()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());
        await one.Schedules.SetAsync(Schedule(Newsroom, null), 10, Ct);
        var schedule = Assert.Single(await one.Schedules.ListAsync(Newsroom, Ct));
        var next = schedule.Due.AddDays(1);

        bool[] settled = await Task.WhenAll(
            Task.Run(() => one.Schedules.SettleAsync(schedule, next, 12, Announcement("1"), Ct), Ct),
            Task.Run(() => other.Schedules.SettleAsync(schedule, next, 12, Announcement("2"), Ct), Ct)
        );

        Assert.Single(settled, static won => won);
        var kept = Assert.Single(await one.Schedules.ListAsync(Newsroom, Ct));
        Assert.Equal(schedule with { Due = next, Told = 12, ToldAt = Clock.Now }, kept);
        Assert.Equal(settled[0], await one.Announcements.FindAsync(Announcement("1").Id, Ct) is not null);
        Assert.Equal(settled[1], await one.Announcements.FindAsync(Announcement("2").Id, Ct) is not null);
    }

    [Fact]
    public async Task Where_nothing_is_said_the_next_time_is_written_and_what_was_told_stays()
    {
        var stores = await OpenAsync();
        await stores.Schedules.SetAsync(Schedule(Newsroom, null), 10, Ct);
        var schedule = Assert.Single(await stores.Schedules.ListAsync(Newsroom, Ct));

        Assert.True(await stores.Schedules.SettleAsync(schedule, schedule.Due.AddDays(1), null, null, Ct));
        Assert.False(await stores.Schedules.SettleAsync(schedule, schedule.Due.AddDays(2), 50, null, Ct));

        Assert.Equal(schedule with { Due = schedule.Due.AddDays(1) }, Assert.Single(await stores.Schedules.ListAsync(Newsroom, Ct)));
    }

    [Fact]
    public async Task One_that_was_set_anew_is_not_settled_as_it_was()
    {
        var stores = await OpenAsync();
        await stores.Schedules.SetAsync(Schedule(Newsroom, null), 10, Ct);
        var schedule = Assert.Single(await stores.Schedules.ListAsync(Newsroom, Ct));
        await stores.Schedules.SetAsync(Schedule(Newsroom, null), 10, Ct);

        Assert.False(await stores.Schedules.SettleAsync(schedule, schedule.Due.AddDays(1), 12, Announcement("1"), Ct));

        Assert.Null(await stores.Announcements.FindAsync(Announcement("1").Id, Ct));
    }

    [Fact]
    public async Task They_are_removed_by_topic_or_all()
    {
        var stores = await OpenAsync();
        foreach (string? topic in new[] { null, "NATO", "floods" })
        {
            await stores.Schedules.SetAsync(Schedule(Newsroom, topic), 10, Ct);
        }

        await stores.Schedules.SetAsync(Schedule(Ada, null), 10, Ct);

        Assert.Equal(1, await stores.Schedules.RemoveAsync(Newsroom, "nato", Ct));
        Assert.Equal(0, await stores.Schedules.RemoveAsync(Newsroom, "nato", Ct));
        Assert.Equal(2, await stores.Schedules.RemoveAsync(Newsroom, null, Ct));
        Assert.Single(await stores.Schedules.ListAsync(Ada, Ct));
    }

    private Announcement Announcement(string key) =>
        new()
        {
            Id = Core.Chat.Delivery.Announcement.IdOf("discord", "briefing", key),
            Address = new ChatAddress("discord", "G1", "C1"),
            UserId = "ada",
            Blocks = [new AnswerBlock(AnswerBlockKind.Paragraph, [AnswerUnit.Of("Two ministers met.")])],
            Made = Clock.Now,
        };

    private BriefingSchedule Schedule(SubscriptionPlace place, string? topic) =>
        new()
        {
            Place = place,
            Topic = topic,
            Count = 5,
            Words = "weekdays 8:30",
            Cron = "30 8 * * 1-5",
            Zone = "Europe/Berlin",
            Due = Clock.Now.AddHours(3),
            Told = 7,
            ToldAt = Clock.Now.AddDays(-1),
            MadeBy = "ada",
        };
}
