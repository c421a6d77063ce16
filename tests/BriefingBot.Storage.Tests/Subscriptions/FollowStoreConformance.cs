using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Subscriptions;
using BriefingBot.Core.Subscriptions.Follows;
using Xunit;

namespace BriefingBot.Storage.Tests.Subscriptions;

/// <summary>What every <see cref="IFollowStore"/> must do. A store derives from it and says how it is opened.</summary>
public abstract class FollowStoreConformance
{
    private static readonly SubscriptionPlace Newsroom = new("discord", "G1", "C1", null);
    private static readonly SubscriptionPlace Ada = new("slack", "T1", null, "U1");
    private static readonly Interest Floods = new(FollowKind.Topic, "floods", 5, "ada");

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected ManualClock Clock { get; } = new();

    /// <summary>Opens the store as one more process does.</summary>
    protected abstract Task<SubscriptionStores> OpenAsync();

    [Fact]
    public async Task What_is_followed_comes_back_as_it_was_said()
    {
        var stores = await OpenAsync();
        Interest reuters = new(FollowKind.Outlet, "Reuters", 6, "bob");
        Assert.Null(await stores.Follows.FindAsync(Newsroom, Ct));

        Assert.Equal(FollowOutcome.Added, await stores.Follows.AddAsync(Newsroom, Floods, 3, Ct));
        Assert.Equal(FollowOutcome.Added, await stores.Follows.AddAsync(Newsroom, reuters, 3, Ct));
        Assert.Equal(FollowOutcome.Known, await stores.Follows.AddAsync(Newsroom, Floods with { Words = "FLOODS" }, 3, Ct));
        Assert.Equal(FollowOutcome.Added, await stores.Follows.AddAsync(Newsroom, Floods with { Kind = FollowKind.Author }, 3, Ct));
        Assert.Equal(FollowOutcome.Full, await stores.Follows.AddAsync(Newsroom, Floods with { Words = "fires" }, 3, Ct));
        await stores.Follows.SetQuietAsync(Newsroom, new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 30), "Europe/Berlin"), "ada", Ct);

        var kept = await (await OpenAsync()).Follows.FindAsync(Newsroom, Ct);
        Assert.Equal([Floods, reuters, Floods with { Kind = FollowKind.Author }], kept!.Interests);
        Assert.Equal((5, null, "22:00-07:30 Europe/Berlin", "ada"), (kept.Told, kept.Alerted, kept.Quiet?.ToString(), kept.MadeBy));
        await stores.Follows.SetQuietAsync(Newsroom, null, "ada", Ct);
        Assert.Null((await stores.Follows.FindAsync(Newsroom, Ct))!.Quiet);
        Assert.Null(await stores.Follows.FindAsync(Ada, Ct));
    }

    [Fact]
    public async Task Those_who_are_behind_an_arrival_are_found_by_platform()
    {
        var stores = await OpenAsync();
        await stores.Follows.AddAsync(Newsroom, Floods, 3, Ct);
        await stores.Follows.AddAsync(Ada, Floods with { After = 8 }, 3, Ct);
        await stores.Follows.SetQuietAsync(Newsroom with { Channel = "C2" }, null, "ada", Ct);

        Assert.Empty(await stores.Follows.ListBehindAsync(["discord", "slack"], 5, Ct));
        Assert.Equal(
            [Newsroom],
            (await stores.Follows.ListBehindAsync(["discord", "slack"], 8, Ct)).Select(static follower => follower.Place)
        );
        Assert.Equal(
            [Newsroom, Ada],
            (await stores.Follows.ListBehindAsync(["discord", "slack"], 9, Ct)).Select(static follower => follower.Place)
        );
        Assert.Equal([Ada], (await stores.Follows.ListBehindAsync(["slack"], 9, Ct)).Select(static follower => follower.Place));
    }

    [Fact]
    public async Task Of_two_processes_one_tells_and_what_it_says_is_journaled_with_it()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());
        await one.Follows.AddAsync(Newsroom, Floods, 3, Ct);
        var follower = (await one.Follows.FindAsync(Newsroom, Ct))!;

        bool[] settled = await Task.WhenAll(
            Task.Run(() => one.Follows.SettleAsync(follower, 9, Announcement("1"), Ct), Ct),
            Task.Run(() => other.Follows.SettleAsync(follower, 9, Announcement("2"), Ct), Ct)
        );

        Assert.Single(settled, static won => won);
        var kept = (await one.Follows.FindAsync(Newsroom, Ct))!;
        Assert.Equal((9, Clock.Now), (kept.Told, kept.Alerted));
        Assert.Equal(settled[0], await one.Announcements.FindAsync(Announcement("1").Id, Ct) is not null);
        Assert.Equal(settled[1], await one.Announcements.FindAsync(Announcement("2").Id, Ct) is not null);
        Assert.True(await one.Follows.SettleAsync(kept, 12, null, Ct));
        Assert.Equal((12, Clock.Now), ((await one.Follows.FindAsync(Newsroom, Ct))!.Told, kept.Alerted));
    }

    [Fact]
    public async Task Who_begins_anew_hears_nothing_of_what_came_meanwhile()
    {
        var stores = await OpenAsync();
        await stores.Follows.AddAsync(Newsroom, Floods, 3, Ct);
        Assert.Equal(1, await stores.Follows.RemoveAsync(Newsroom, null, null, Ct));
        Assert.Empty(await stores.Follows.ListBehindAsync(["discord"], 50, Ct));

        await stores.Follows.AddAsync(Newsroom, Floods with { After = 50 }, 3, Ct);

        Assert.Equal(50, (await stores.Follows.FindAsync(Newsroom, Ct))!.Told);
    }

    [Fact]
    public async Task It_ends_by_words_by_kind_or_altogether()
    {
        var stores = await OpenAsync();
        foreach (var kind in Enum.GetValues<FollowKind>())
        {
            await stores.Follows.AddAsync(Newsroom, Floods with { Kind = kind }, 10, Ct);
            await stores.Follows.AddAsync(Newsroom, Floods with { Kind = kind, Words = "fires" }, 10, Ct);
        }

        await stores.Follows.AddAsync(Ada, Floods, 10, Ct);

        Assert.Equal(1, await stores.Follows.RemoveAsync(Newsroom, FollowKind.Outlet, "Floods", Ct));
        Assert.Equal(3, await stores.Follows.RemoveAsync(Newsroom, null, "floods", Ct));
        Assert.Equal(0, await stores.Follows.RemoveAsync(Newsroom, null, "floods", Ct));
        await stores.Follows.AddAsync(Newsroom, new Interest(FollowKind.Story, "s12 Ferry runs aground", 0, "ada"), 10, Ct);
        Assert.Equal(0, await stores.Follows.RemoveAsync(Newsroom, FollowKind.Story, "s1", Ct));
        Assert.Equal(1, await stores.Follows.RemoveAsync(Newsroom, FollowKind.Story, "S12", Ct));
        Assert.Equal(4, await stores.Follows.RemoveAsync(Newsroom, null, null, Ct));
        Assert.Single((await stores.Follows.FindAsync(Ada, Ct))!.Interests);
    }

    private Announcement Announcement(string key) =>
        new()
        {
            Id = Core.Chat.Delivery.Announcement.IdOf("discord", "alert", key),
            Address = new ChatAddress("discord", "G1", "C1"),
            UserId = "ada",
            Blocks = [new AnswerBlock(AnswerBlockKind.Paragraph, [AnswerUnit.Of("Two ministers met.")])],
            Made = Clock.Now,
        };
}
