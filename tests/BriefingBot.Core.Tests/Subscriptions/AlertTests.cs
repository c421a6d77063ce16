using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Rendering.Splitting;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Follow;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Stories;
using BriefingBot.Core.Subscriptions;
using BriefingBot.Core.Subscriptions.Follows;
using BriefingBot.Core.Tests.Chat;
using BriefingBot.Core.Tests.Chat.Rendering;
using Xunit;

namespace BriefingBot.Core.Tests.Subscriptions;

public sealed class AlertTests : IAsyncLifetime
{
    private static readonly SubscriptionPlace Newsroom = new("discord", "guild", "C1", null);
    private static readonly SubscriptionPlace Ada = new("discord", null, null, "ada");
    private readonly ChatFolder _folder = new();
    private readonly StandingClock _clock = new(new DateTimeOffset(2024, 6, 21, 12, 0, 0, TimeSpan.Zero));
    private SimulatedProcess _process = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _process = await SimulatedProcess.StartAsync(_folder.Store, _clock, Ct);

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_article_is_told_once_with_all_that_it_was_found_by()
    {
        await FollowAsync(Newsroom, FollowKind.Topic, "floods");
        await FollowAsync(Newsroom, FollowKind.Outlet, "the harbor herald");
        await FollowAsync(Newsroom, FollowKind.Author, "Ann Lee");
        await FollowAsync(Ada, FollowKind.Topic, "fires");
        await SaveAsync("1", "Floods cut off Tessel", "Harbor Herald", "Ann Lee and Bo Nash");
        await SaveAsync("2", "Parliament cuts tax", "Harbor Times", "Annie Leeds");

        var alert = Assert.Single(await RunAsync());

        Assert.Equal(("C1", false), (alert.Address.Channel, alert.IsPrivate));
        Assert.Equal(
            ["Floods cut off Tessel · Harbor Herald · undated | follows topic: floods, outlet: the harbor herald, author: Ann Lee"],
            LinesOf(alert)
        );
        _clock.Now += TimeSpan.FromHours(1);
        Assert.Empty(await RunAsync());
    }

    [Fact]
    public async Task What_came_before_a_follow_and_what_is_only_revised_is_no_news()
    {
        await SaveAsync("1", "Floods cut off Tessel");
        await FollowAsync(Newsroom, FollowKind.Topic, "floods");
        await SaveAsync("2", "Floods reach Bergen");
        Assert.Single(await RunAsync());
        await FollowAsync(Newsroom, FollowKind.Topic, "Bergen");
        _clock.Now += TimeSpan.FromHours(1);

        await SaveAsync("2", "Floods reach Bergen", body: "Another text about Bergen and its floods, which were higher than was said.");
        await _process.Coverage.WithdrawAsync(ArticleId.Parse("1"), Ct);
        await SaveAsync("1", "Floods cut off Tessel");

        Assert.Empty(await RunAsync());
    }

    [Fact]
    public async Task What_one_run_brings_is_one_message_and_what_comes_soon_after_waits_for_the_next()
    {
        await FollowAsync(Newsroom, FollowKind.Topic, "floods");
        for (int i = 0; i < 14; i++)
        {
            await SaveAsync($"a{i}", $"Floods reach town number {i}");
        }

        Assert.Empty(await RunAsync(_clock.Now.AddMinutes(-1)));
        var alert = Assert.Single(await RunAsync());
        Assert.Equal(10, LinesOf(alert).Count);
        Assert.Equal("and 4 more", alert.Blocks[^1].Units[0].Inlines[0].Text);

        await SaveAsync("b1", "Floods leave Bergen");
        _clock.Now += TimeSpan.FromMinutes(2);
        Assert.Empty(await RunAsync());
        await SaveAsync("b2", "Floods leave Tessel");
        _clock.Now += TimeSpan.FromMinutes(3);
        Assert.Equal(2, LinesOf(Assert.Single(await RunAsync())).Count);
    }

    [Fact]
    public async Task More_has_the_rest_of_an_alert_whatever_came_or_was_followed_since()
    {
        await FollowAsync(Newsroom, FollowKind.Topic, "floods");
        for (int i = 0; i < 23; i++)
        {
            await SaveAsync($"a{i}", $"Floods reach town number {i}");
        }

        var alert = Assert.Single(await RunAsync());
        await SaveAsync("b1", "Floods leave Bergen");
        await FollowAsync(Newsroom, FollowKind.Topic, "town");
        var second = await MoreAsync(Newsroom, alert.More);
        var third = await MoreAsync(Newsroom, second.More);

        Assert.Null(third.More);
        string[] told = [.. LinesOf(alert), .. second.Lines, .. third.Lines];
        Assert.Equal(23, told.Length);
        Assert.Equal(
            Enumerable.Range(0, 23).Select(static i => $"number {i} ·"),
            told.Select(static line => line[line.IndexOf("number", StringComparison.Ordinal)..(line.IndexOf('·') + 1)])
                .OrderBy(static words => int.Parse(words.Split(' ')[1]))
        );
    }

    [Fact]
    public async Task More_begins_anew_when_something_of_an_alert_is_followed_no_more()
    {
        await FollowAsync(Newsroom, FollowKind.Topic, "floods");
        await FollowAsync(Newsroom, FollowKind.Topic, "fires");
        for (int i = 0; i < 12; i++)
        {
            await SaveAsync($"a{i}", $"{(i < 6 ? "Floods" : "Fires")} reach town number {i}");
        }

        var alert = Assert.Single(await RunAsync());
        var store = _process.Get<IFollowStore>();
        await store.RemoveAsync(Newsroom, FollowKind.Topic, "floods", Ct);
        var rest = await MoreAsync(Newsroom, alert.More);
        await store.RemoveAsync(Newsroom, null, null, Ct);
        var nothing = await MoreAsync(Newsroom, alert.More);

        Assert.Equal(6, rest.Lines.Count(static line => line.StartsWith("Fires", StringComparison.Ordinal)));
        Assert.StartsWith("What is followed here has changed since this alert.", rest.Text, StringComparison.Ordinal);
        Assert.Equal((6, 0), (rest.Lines.Count, nothing.Lines.Count));
        Assert.Equal("None of the articles of this alert is still followed.", nothing.Text);
    }

    [Fact]
    public async Task A_run_that_takes_very_long_is_not_waited_for()
    {
        await FollowAsync(Newsroom, FollowKind.Topic, "floods");
        await SaveAsync("1", "Floods cut off Tessel");

        Assert.Single(await RunAsync(_clock.Now - Alerts.LongestRun));
    }

    [Fact]
    public async Task In_quiet_hours_alerts_wait_and_come_in_one_message_after_them_over_a_restart()
    {
        await FollowAsync(Newsroom, FollowKind.Topic, "floods");
        Assert.True(QuietHours.TryRead("22:00-7:00", "Europe/Berlin", out var quiet));
        await _process.Get<IFollowStore>().SetQuietAsync(Newsroom, quiet, "ada", Ct);
        _clock.Now = new DateTimeOffset(2024, 6, 21, 20, 0, 0, TimeSpan.Zero);
        await SaveAsync("1", "Floods cut off Tessel");
        Assert.Empty(await RunAsync());
        _clock.Now = new DateTimeOffset(2024, 6, 22, 4, 59, 0, TimeSpan.Zero);
        await SaveAsync("2", "Floods reach Bergen");
        Assert.Empty(await RunAsync());

        await _process.DisposeAsync();
        _process = await SimulatedProcess.StartAsync(_folder.Store, _clock, Ct);
        _clock.Now = _clock.Now.AddMinutes(1);

        Assert.Equal(2, LinesOf(Assert.Single(await RunAsync())).Count);
    }

    [Fact]
    public async Task Copies_of_one_report_are_one_line()
    {
        const string Body =
            "The floods cut off the island of Tessel on Friday after two days of rain, and ferries to the mainland "
            + "stood still until the evening, the council said.";
        await FollowAsync(Newsroom, FollowKind.Topic, "floods");
        await SaveAsync("1", "Floods cut off Tessel", body: Body);
        await SaveAsync("2", "Floods cut off Tessel", body: Body + " It was an agency report.");

        Assert.Equal(
            "Floods cut off Tessel · undated | follows topic: floods · 2 reports",
            Assert.Single(LinesOf(Assert.Single(await RunAsync())))
        );
    }

    [Fact]
    public async Task A_second_report_of_a_story_is_told_only_to_those_who_follow_the_story()
    {
        await FollowAsync(Newsroom, FollowKind.Topic, "floods");
        await SaveAsync("1", "Floods cut off Tessel");
        await SaveAsync("x", "Parliament cuts tax");
        await GroupAsync("1");
        await GroupAsync("x");
        Assert.Single(await RunAsync());
        var command = _process.Get<FollowCommand>();
        CommandCall call = new()
        {
            Id = new ChatQuestionId("discord", "1"),
            Address = new ChatAddress("discord", null, "D1", IsDirect: true),
            User = new ChatUser("ada"),
            Called = _clock.Now,
        };
        Assert.Equal(
            "s1 Floods cut off Tessel",
            Assert.IsType<FollowingResult>(await command.RunAsync(call, ["story", "Tessel", "floods"], Ct)).Follower!.Interests[0].Words
        );
        Assert.IsType<CommandRefused>(await command.RunAsync(call, ["story", "snow"], Ct));

        _clock.Now += TimeSpan.FromHours(1);
        await SaveAsync("2", "Island cut off by floods");
        await SaveAsync("3", "Floods: no ferry to Tessel");
        await GroupAsync("1", "2", "3");
        await SaveAsync("4", "Floods reach Bergen");
        await GroupAsync("4");
        var alerts = await RunAsync();

        Assert.Equal(
            "Floods reach Bergen · undated | follows topic: floods",
            Assert.Single(LinesOf(alerts.Single(static alert => !alert.IsPrivate)))
        );
        Assert.Equal(
            "Island cut off by floods · undated | follows story: s1 Floods cut off Tessel · 2 reports",
            Assert.Single(LinesOf(alerts.Single(static alert => alert.IsPrivate)))
        );
        Assert.Equal("Removed 1.", Assert.IsType<FollowingResult>(await command.UnfollowAsync(call, "story s1", Ct)).Done);
    }

    [Fact]
    public async Task A_channel_that_is_switched_off_hears_nothing_then_or_later_and_one_with_a_collection_only_of_that()
    {
        await FollowAsync(Newsroom, FollowKind.Topic, "floods");
        var state = _process.Get<IChatStateStore>();
        await state.SetSettingsAsync(Newsroom.Address, new ChannelSettings { Enabled = false }, _clock.Now, Ct);
        await SaveAsync("1", "Floods cut off Tessel");
        Assert.Empty(await RunAsync());

        await state.SetSettingsAsync(Newsroom.Address, new ChannelSettings { Collection = "wire" }, _clock.Now, Ct);
        await SaveAsync("2", "Floods reach Bergen");
        Assert.Empty(await RunAsync());
        await SaveAsync("3", "Floods leave Tessel", collection: "wire");
        Assert.Contains("Floods leave Tessel", Assert.Single(LinesOf(Assert.Single(await RunAsync()))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_processes_tell_each_article_once()
    {
        await FollowAsync(Ada, FollowKind.Topic, "floods");
        await using var other = await SimulatedProcess.StartAsync(_folder.Store, _clock, Ct);
        List<string> told = [];
        for (int i = 0; i < 62; i++)
        {
            // The last ones wait for the pause after the alert before them.
            await (i < 60 ? SaveAsync($"a{i}", $"Floods reach town number {i}") : Task.CompletedTask);
            _clock.Now += TimeSpan.FromMinutes(3);
            await Task.WhenAll(
                ((SimulatedProcess[])[_process, other]).Select(process => Task.Run(() => process.Get<Alerts>().RunAsync(null, Ct), Ct))
            );
            foreach (var alert in await _process.TakeAsync(Ct))
            {
                Assert.Equal(("ada", true), (alert.UserId, alert.IsPrivate));
                told.AddRange(LinesOf(alert));
            }
        }

        Assert.Equal(60, told.Count);
        Assert.Equal(60, told.Distinct(StringComparer.Ordinal).Count());
    }

    private async Task<IReadOnlyList<Announcement>> RunAsync(DateTimeOffset? indexingSince = null)
    {
        await _process.Get<Alerts>().RunAsync(indexingSince, Ct);
        return await _process.TakeAsync(Ct);
    }

    /// <summary>Has articles be one story, the first one's where it has one.</summary>
    private async Task GroupAsync(params string[] ids)
    {
        var stories = _process.Get<IStoryStore>();
        ArticleId[] articles = [.. ids.Select(ArticleId.Parse)];
        var known = await stories.FindStoriesAsync(articles, Ct);
        await stories.LinkAsync(
            [
                .. (await stories.TakeWorkAsync(Ct))
                    .Unlinked.Where(work => articles.Contains(work.Article))
                    .Select(static work => new StoryNode(work.Article, work.Version, null, ReadOnlyMemory<float>.Empty, null)),
            ],
            [],
            Ct
        );
        await stories.SaveAsync([new StoryDecision(articles, known.Count > 0 ? known.Values.Min() : null, [], null)], Ct);
    }

    /// <summary>What the button "More" gives, as an adapter lays it out.</summary>
    private async Task<(string Text, IReadOnlyList<string> Lines, string? More)> MoreAsync(SubscriptionPlace place, string? more)
    {
        Assert.True(AlertAction.TryParse(more, out var action));
        CommandCall call = new()
        {
            Id = new ChatQuestionId("discord", more),
            Address = place.Address,
            User = new ChatUser("ada"),
            Called = _clock.Now,
        };
        var result = await _process.Get<FollowCommand>().MoreAsync(call, action, Ct);
        var layout = _process.Get<CommandLayout>();
        var blocks = layout.Of(result);
        var page = layout.PageOf(result, "/", new BracketMarkup(), new MessageLimits(4000));
        return (blocks[0].Units[0].Inlines[0].Text, LinesOf(blocks), page.More);
    }

    private async Task FollowAsync(SubscriptionPlace place, FollowKind kind, string words) =>
        Assert.Equal(
            FollowOutcome.Added,
            await _process
                .Get<IFollowStore>()
                .AddAsync(place, new Interest(kind, words, await _process.Coverage.GetLastArrivalAsync(null, Ct), "ada"), 50, Ct)
        );

    private Task SaveAsync(
        string id,
        string title,
        string? outlet = null,
        string? byline = null,
        string? body = null,
        string collection = Article.DefaultCollection
    ) =>
        _process.SaveAsync(
            id,
            title,
            body
                ?? $"What happened there on Friday is told in article {id} and nowhere else, with the words "
                    + $"{string.Join(' ', Enumerable.Range(0, 12).Select(i => $"w{id}x{i}"))}.",
            Ct,
            article => article with { Outlet = outlet, Byline = byline, Collection = collection }
        );

    private static IReadOnlyList<string> LinesOf(Announcement alert) => LinesOf(alert.Blocks);

    private static IReadOnlyList<string> LinesOf(IReadOnlyList<AnswerBlock> blocks) =>
        [
            .. blocks
                .Where(static block => block.Kind == AnswerBlockKind.Entry)
                .Select(static entry =>
                    string.Join(" | ", entry.Units.Select(static unit => string.Concat(unit.Inlines.Select(static inline => inline.Text))))
                ),
        ];
}
