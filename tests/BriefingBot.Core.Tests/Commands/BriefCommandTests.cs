using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Brief;
using BriefingBot.Core.Commands.Follow;
using BriefingBot.Core.Subscriptions.Schedules;
using BriefingBot.Core.Tests.Chat;
using BriefingBot.Core.Tests.Subscriptions;
using Xunit;

namespace BriefingBot.Core.Tests.Commands;

/// <summary><c>brief</c> and <c>follow</c>, as words say it.</summary>
public sealed class BriefCommandTests : IAsyncLifetime
{
    private static readonly ChatAddress Channel = new("discord", "guild", "C1");
    private static readonly ChatAddress Direct = new("discord", null, "D1", IsDirect: true);
    private readonly ChatFolder _folder = new();
    private readonly StandingClock _clock = new(new DateTimeOffset(2024, 3, 29, 12, 0, 0, TimeSpan.Zero));
    private SimulatedProcess _process = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _process = await SimulatedProcess.StartAsync(_folder.Store, _clock, Ct);

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_schedule_is_confirmed_with_its_next_times_over_a_clock_change()
    {
        string shown = await BriefAsync(Direct, "ada", "schedule daily 7:30 Europe/Berlin floods 3");

        Assert.Contains("Scheduled for you", shown, StringComparison.Ordinal);
        Assert.Contains("daily 7:30 (30 7 * * *, Europe/Berlin), about floods, 3 articles at most", shown, StringComparison.Ordinal);
        Assert.Contains(
            "Next: Saturday, March 30, 2024, 07:30; Sunday, March 31, 2024, 07:30; Monday, April 1, 2024, 07:30",
            shown,
            StringComparison.Ordinal
        );
        var due = await _process.Get<IScheduleStore>().ListDueAsync(["discord"], _clock.Now.AddDays(1), Ct);
        Assert.Equal(new DateTimeOffset(2024, 3, 30, 6, 30, 0, TimeSpan.Zero), Assert.Single(due).Due);
    }

    [Theory]
    [InlineData("schedule sometimes", "'sometimes' does not say when. Write for example: weekdays 8:30")]
    [InlineData("schedule", "'' does not say when. Write for example: weekdays 8:30")]
    [InlineData(
        "schedule daily 7:00 Mars/Olympus",
        "'Mars/Olympus' is not a time zone that I know. Write its IANA name, for example Europe/Berlin."
    )]
    [InlineData("schedule 0 0 30 2 *", "'0 0 30 2 *' never comes. Write for example: weekdays 8:30")]
    [InlineData("schedule */5 * * * *", "Briefings can come at most every 10 minutes")]
    [InlineData("schedule daily 7:00 UTC 11", "The count is 11; give a number from 1 to 10.")]
    [InlineData("schedule daily 7:00 UTC the and of", "'the and of' has no word that could be looked up.")]
    [InlineData("off fires", "There is no schedule about 'fires' here; nothing was changed.")]
    public async Task What_cannot_be_meant_gets_one_line_and_changes_nothing(string words, string line)
    {
        string shown = await BriefAsync(Direct, "ada", words);

        Assert.StartsWith(line, shown, StringComparison.Ordinal);
        Assert.Contains("No briefing is scheduled for you", await BriefAsync(Direct, "ada", ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_channel_admins_schedule_and_in_direct_messages_everybody_for_themself()
    {
        Assert.Contains("Only administrators", await BriefAsync(Channel, "ada", "schedule hourly"), StringComparison.Ordinal);
        Assert.Contains("Only administrators", await BriefAsync(Channel, "ada", "off"), StringComparison.Ordinal);
        await BriefAsync(Channel, "chief", "schedule hourly", isAdmin: true);
        await BriefAsync(Direct, "ada", "weekdays 8:30");

        Assert.Contains("Briefings for this channel", await BriefAsync(Channel, "bob", ""), StringComparison.Ordinal);
        Assert.Contains("weekdays 8:30", await BriefAsync(Direct, "ada", ""), StringComparison.Ordinal);
        Assert.Contains(
            "No briefing is scheduled for you",
            await BriefAsync(Direct with { Channel = "D2" }, "bob", ""),
            StringComparison.Ordinal
        );
        Assert.Contains("Removed 1", await BriefAsync(Direct, "ada", "off"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Now_shows_what_is_new_and_leaves_it_to_be_told()
    {
        await SaveAsync("1");
        _clock.Now += TimeSpan.FromDays(2);
        await SaveAsync("2");
        Assert.StartsWith(
            "Briefing: 1 new article since Saturday, March 30, 2024, 12:00 (UTC)",
            await BriefAsync(Direct, "ada", "now"),
            StringComparison.Ordinal
        );
        await BriefAsync(Direct, "ada", "schedule hourly Europe/Berlin");
        await SaveAsync("3");
        await SaveAsync("4");

        Assert.StartsWith(
            "Briefing: 2 new articles since Sunday, March 31, 2024, 14:00 (Europe/Berlin)",
            await BriefAsync(Direct, "ada", "now"),
            StringComparison.Ordinal
        );
        _clock.Now += TimeSpan.FromHours(1);
        await _process.Get<ScheduledBriefings>().RunDueAsync(Ct);

        var said = Assert.Single(await _process.TakeAsync(Ct));
        Assert.Equal(
            "Briefing: 2 new articles since Sunday, March 31, 2024, 14:00 (Europe/Berlin)",
            said.Blocks[0].Units[0].Inlines[0].Text
        );
        Assert.StartsWith("Briefing: 0 new articles", await BriefAsync(Direct, "ada", "now"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_stand_under_the_topics_that_are_followed()
    {
        await FollowAsync(Direct, "follow", "topic matter");
        await BriefAsync(Direct, "ada", "schedule hourly UTC");
        await SaveAsync("1");
        await _process.SaveAsync("tax", "Parliament cuts tax", "Parliament cut the tax on bicycles on Friday, the speaker said.", Ct);
        _clock.Now += TimeSpan.FromHours(1);
        await _process.Get<ScheduledBriefings>().RunDueAsync(Ct);

        var said = Assert.Single(await _process.TakeAsync(Ct));

        Assert.Equal(
            [
                ["matter", "Council debates matter 1"],
                ["Other news", "Parliament cuts tax"],
            ],
            said.Blocks.Skip(1).Select(static block => block.Units.Take(2).Select(static unit => unit.Inlines[0].Text))
        );
    }

    [Fact]
    public async Task What_is_more_than_half_a_day_late_waits_for_the_next_time()
    {
        await BriefAsync(Direct, "ada", "schedule mondays 9:00 UTC");
        await SaveAsync("1");
        _clock.Now = new DateTimeOffset(2024, 4, 1, 21, 30, 0, TimeSpan.Zero);
        await _process.Get<ScheduledBriefings>().RunDueAsync(Ct);
        Assert.Empty(await _process.TakeAsync(Ct));

        _clock.Now = new DateTimeOffset(2024, 4, 8, 20, 59, 0, TimeSpan.Zero);
        await _process.Get<ScheduledBriefings>().RunDueAsync(Ct);
        Assert.Single(await _process.TakeAsync(Ct));
    }

    [Theory]
    [InlineData("follow", "NATO", "That does not say what to follow. Write for example: follow topic floods")]
    [InlineData("follow", "topic", "That does not say what to follow.")]
    [InlineData("follow", "topic the of", "'the of' has no word that could be looked up.")]
    [InlineData("follow", "quiet noon Europe/Berlin", "'noon' is not a span of hours. Write for example: 22:00-07:00.")]
    [InlineData("follow", "quiet 22:00-07:00 Mars", "'Mars' is not a time zone that I know.")]
    [InlineData("unfollow", "", "Name what to unfollow, or write: unfollow all.")]
    [InlineData("unfollow", "floods", "'floods' is not followed here; \"following\" shows what is.")]
    public async Task A_follow_that_cannot_be_meant_gets_one_line(string verb, string words, string line) =>
        Assert.StartsWith(line, await FollowAsync(Direct, verb, words), StringComparison.Ordinal);

    [Fact]
    public async Task Follows_are_listed_with_their_quiet_hours()
    {
        await FollowAsync(Direct, "follow", "topic floods");
        await FollowAsync(Direct, "follow", "author Ann Lee");
        await FollowAsync(Direct, "follow", "quiet 22-7 Berlin");

        Assert.Equal("author: ann lee was already followed.", FirstLine(await FollowAsync(Direct, "follow", "author ann lee")));
        Assert.Contains(
            "topic floods\nauthor Ann Lee\nQuiet hours: 22:00-07:00 Europe/Berlin",
            await FollowAsync(Direct, "following", ""),
            StringComparison.Ordinal
        );
        Assert.Equal("Removed 1.", FirstLine(await FollowAsync(Direct, "unfollow", "topic Floods")));
        Assert.Contains("Only administrators", await FollowAsync(Channel, "follow", "topic floods"), StringComparison.Ordinal);
    }

    private static string FirstLine(string text) => text.Split('\n')[0];

    private Task SaveAsync(string id) =>
        _process.SaveAsync(
            id,
            $"Council debates matter {id}",
            $"Matter {id} was debated on Friday with the words {string.Join(' ', Enumerable.Range(0, 12).Select(i => $"w{id}x{i}"))}.",
            Ct
        );

    private async Task<string> BriefAsync(ChatAddress address, string user, string words, bool isAdmin = false) =>
        Show(await _process.Get<BriefCommand>().RunAsync(Call(address, user, isAdmin), Split(words), Ct));

    private async Task<string> FollowAsync(ChatAddress address, string verb, string words)
    {
        var follow = _process.Get<FollowCommand>();
        var call = Call(address, "ada", false);
        return Show(
            verb switch
            {
                "follow" => await follow.RunAsync(call, Split(words), Ct),
                "unfollow" => await follow.UnfollowAsync(call, words, Ct),
                _ => await follow.ShowAsync(call, Ct),
            }
        );
    }

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private CommandCall Call(ChatAddress address, string user, bool isAdmin) =>
        new()
        {
            Id = new ChatQuestionId("discord", "1"),
            Address = address,
            User = new ChatUser(user, isAdmin),
            Called = _clock.Now,
        };

    private string Show(CommandResult result) =>
        string.Join(
            '\n',
            _process
                .Get<CommandLayout>()
                .Of(result)
                .SelectMany(static block => block.Units)
                .Select(static unit => string.Concat(unit.Inlines.Select(static inline => inline.Text)))
        );
}
