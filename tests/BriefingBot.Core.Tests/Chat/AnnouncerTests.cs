using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Settings;
using Xunit;

namespace BriefingBot.Core.Tests.Chat;

public sealed class AnnouncerTests
{
    private static readonly ChatAddress Newsroom = new("discord", "G1", "C1");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_announced_is_posted_at_once_and_once()
    {
        using ChatFolder folder = new();
        await using var bot = await ChatBot.StartAsync(folder, Ct);
        var announcement = Make(bot, "1");

        Assert.True(await bot.Get<Announcer>().AnnounceAsync(announcement, Ct));
        Assert.False(await bot.Get<Announcer>().AnnounceAsync(announcement, Ct));
        await bot.WaitForAsync(announcement.Id, QuestionState.Answered, Ct);

        var posted = Assert.Single(bot.Platform.Replies.SelectMany(static replies => replies.Value));
        Assert.Equal("Two ministers met.", Assert.IsType<AnnouncementReply>(posted.Reply).Blocks[0].Units[0].Inlines[0].Text);
    }

    [Fact]
    public async Task What_one_process_announced_is_posted_by_the_one_that_runs()
    {
        using ChatFolder folder = new();
        await using var other = await ChatBot.OpenAsync(folder, Ct);
        var announcement = Make(other, "1");
        await other.Get<Announcer>().AnnounceAsync(announcement, Ct);

        await using var bot = await ChatBot.StartAsync(folder, Ct);
        await bot.WaitForAsync(announcement.Id, QuestionState.Answered, Ct);

        Assert.Single(bot.Platform.Replies.SelectMany(static replies => replies.Value));
    }

    [Fact]
    public async Task It_waits_a_day_for_a_platform_that_takes_nothing_and_no_longer()
    {
        using ChatFolder folder = new();
        await using var bot = await ChatBot.OpenAsync(folder, Ct);
        var (young, old) = (Make(bot, "young"), Make(bot, "old") with { Made = bot.Clock.GetUtcNow().AddHours(-25) });
        await bot.Get<IAnnouncementStore>().TryAddAsync(young with { Made = bot.Clock.GetUtcNow().AddHours(-23) }, Ct);
        await bot.Get<IAnnouncementStore>().TryAddAsync(old, Ct);

        bot.Start();
        await bot.WaitForAsync(young.Id, QuestionState.Answered, Ct);
        await bot.WaitForAsync(old.Id, QuestionState.Failed, Ct);

        Assert.Single(bot.Platform.Replies.SelectMany(static replies => replies.Value));
    }

    [Fact]
    public async Task Where_the_bot_was_switched_off_nothing_is_said()
    {
        using ChatFolder folder = new();
        await using var bot = await ChatBot.StartAsync(folder, Ct);
        await bot.State.SetSettingsAsync(Newsroom, ChannelSettings.Default with { Enabled = false }, bot.Clock.GetUtcNow(), Ct);
        var announcement = Make(bot, "1");

        await bot.Get<Announcer>().AnnounceAsync(announcement, Ct);
        await bot.WaitForAsync(announcement.Id, QuestionState.Answered, Ct);

        Assert.Empty(bot.Platform.Replies.SelectMany(static replies => replies.Value));
    }

    private static Announcement Make(ChatBot bot, string key) =>
        new()
        {
            Id = Announcement.IdOf("discord", "briefing", key),
            Address = Newsroom,
            UserId = "U1",
            Blocks =
            [
                new AnswerBlock(
                    AnswerBlockKind.Paragraph,
                    [new AnswerUnit([new Inline("Two ministers met.", InlineKind.Strong, "https://news.example/1")])]
                ),
            ],
            More = "latest:5:5:",
            Made = bot.Clock.GetUtcNow(),
        };
}
