using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Conversations;
using Xunit;

namespace BriefingBot.Core.Tests.Chat.Turns;

/// <summary>What a place and the way of asking make of a question.</summary>
public sealed class ChannelRulesTests : IDisposable
{
    private const string WhoSigned = "Who signed the fishing treaty in Oslo?";
    private readonly ChatFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Talk_in_a_thread_that_the_bot_takes_no_part_in_is_ignored()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);

        Assert.Equal(
            ChatArrival.Ignored,
            await bot.Inbox.AcceptAsync(ChatFolder.Question("1", WhoSigned, ChatQuestionKind.FollowUp, thread: "t"), Ct)
        );

        await bot.Inbox.AcceptAsync(ChatFolder.Question("2", WhoSigned, thread: "t"), Ct);
        await bot.Platform.NextAsync(Ct);
        await bot.State.SetSettingsAsync(
            ChatFolder.Question("x", "").Address,
            new ChannelSettings { FollowUpsWithoutMention = false },
            bot.Clock.GetUtcNow(),
            Ct
        );
        Assert.Equal(
            ChatArrival.Ignored,
            await bot.Inbox.AcceptAsync(ChatFolder.Question("3", WhoSigned, ChatQuestionKind.FollowUp, thread: "t"), Ct)
        );
    }

    [Fact]
    public async Task In_a_channel_that_is_switched_off_everybody_learns_so_once_and_commands_are_refused_with_a_reason()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);
        var address = ChatFolder.Question("x", "").Address;
        await bot.State.SetSettingsAsync(address, new ChannelSettings { Enabled = false }, bot.Clock.GetUtcNow(), Ct);

        Assert.Equal(
            ChatArrival.Ignored,
            await bot.Inbox.AcceptAsync(ChatFolder.Question("0", WhoSigned, ChatQuestionKind.FollowUp, thread: "t"), Ct)
        );
        Assert.Equal(ChatArrival.Accepted, await bot.Inbox.AcceptAsync(ChatFolder.Question("1", WhoSigned), Ct));
        AssertSwitchedOff(await bot.Platform.NextAsync(Ct));
        Assert.Equal(ChatArrival.Known, await bot.Inbox.AcceptAsync(ChatFolder.Question("1", WhoSigned), Ct));
        Assert.Equal(ChatArrival.Ignored, await bot.Inbox.AcceptAsync(ChatFolder.Question("2", WhoSigned), Ct));
        Assert.Equal(
            ChatArrival.Accepted,
            await bot.Inbox.AcceptAsync(ChatFolder.Question("3", WhoSigned) with { User = new ChatUser("other") }, Ct)
        );
        AssertSwitchedOff(await bot.Platform.NextAsync(Ct));
        await bot.Inbox.AcceptAsync(ChatFolder.Question("4", WhoSigned, ChatQuestionKind.Slash), Ct);
        AssertSwitchedOff(await bot.Platform.NextAsync(Ct));

        await bot.State.SetSettingsAsync(address, new ChannelSettings(), bot.Clock.GetUtcNow(), Ct);
        await bot.Inbox.AcceptAsync(ChatFolder.Question("5", WhoSigned), Ct);
        Assert.IsType<AnswerReply>((await bot.Platform.NextAsync(Ct)).Reply);
        await bot.State.SetSettingsAsync(address, new ChannelSettings { Enabled = false }, bot.Clock.GetUtcNow(), Ct);
        await bot.Inbox.AcceptAsync(ChatFolder.Question("6", WhoSigned), Ct);
        AssertSwitchedOff(await bot.Platform.NextAsync(Ct));

        static void AssertSwitchedOff(ChatDelivery delivery)
        {
            var notice = Assert.IsType<NoticeReply>(delivery.Reply);
            Assert.Equal(NoticeKind.Refused, notice.Kind);
            Assert.Contains("switched off", notice.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_channel_sees_its_collection_only()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);
        await bot.State.SetSettingsAsync(
            ChatFolder.Question("x", "").Address,
            new ChannelSettings { Collection = "sport", Style = ReplyStyle.Thread },
            bot.Clock.GetUtcNow(),
            Ct
        );

        await bot.Inbox.AcceptAsync(ChatFolder.Question("1", WhoSigned), Ct);

        var delivery = await bot.Platform.NextAsync(Ct);
        var answer = Assert.IsType<AnswerReply>(delivery.Reply).Answer;
        Assert.True(answer.Abstained);
        Assert.Empty(answer.Nearest);
        Assert.Equal(ReplyStyle.Thread, delivery.Style);
    }

    [Theory]
    [InlineData("", NoticeKind.Help, "Ask me about the coverage")]
    [InlineData("Thanks!", NoticeKind.Help, "You're welcome.")]
    [InlineData("Hello there, bot", NoticeKind.Help, "What is known about \u201CHarbor bridge closes for repairs\u201D?")]
    [InlineData("who are you?", NoticeKind.Help, "I'm a bot.")]
    [InlineData("???", NoticeKind.Invalid, "no word that could be looked up")]
    public async Task What_is_no_question_gets_a_line_that_says_how_to_ask(string text, NoticeKind kind, string said)
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);

        await bot.Inbox.AcceptAsync(ChatFolder.Question("1", text), Ct);

        var notice = Assert.IsType<NoticeReply>((await bot.Platform.NextAsync(Ct)).Reply);
        Assert.Equal(kind, notice.Kind);
        Assert.Contains(said, notice.Text, StringComparison.Ordinal);
        await bot.WaitForAsync(new ChatQuestionId("discord", "1"), QuestionState.Answered, Ct);
    }

    [Fact]
    public async Task A_reply_whose_words_are_hidden_is_told_so()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);

        await bot.Inbox.AcceptAsync(ChatFolder.Question("1", "", ChatQuestionKind.Reply), Ct);

        Assert.Contains(
            "cannot see the text of replies without a ping",
            Assert.IsType<NoticeReply>((await bot.Platform.NextAsync(Ct)).Reply).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task That_the_coverage_does_not_say_is_never_volunteered()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);
        await bot.Inbox.AcceptAsync(ChatFolder.Question("1", WhoSigned, thread: "t"), Ct);
        await bot.Platform.NextAsync(Ct);

        var talk = ChatFolder.Question("2", "Who won the Zanzibar chess cup?", ChatQuestionKind.FollowUp, thread: "t");
        Assert.Equal(ChatArrival.Accepted, await bot.Inbox.AcceptAsync(talk, Ct));
        await bot.WaitForAsync(talk.Id, QuestionState.Answered, Ct);

        Assert.Equal(1, bot.Platform.Calls);
        Assert.Empty(await bot.Store.ListGapsAsync(10, Ct));
    }

    [Fact]
    public async Task What_is_asked_privately_is_counted_among_the_gaps_without_its_words()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);
        var question = ChatFolder.Question("1", "Who won the Zanzibar chess cup?", ChatQuestionKind.Slash) with { IsPrivate = true };
        await bot.Inbox.AcceptAsync(question, Ct);
        await bot.Inbox.AcceptAsync(
            ChatFolder.Question("2", "Who won the Tuvalu rowing cup?", ChatQuestionKind.Direct) with
            {
                Address = new ChatAddress("discord", null, "dm", IsDirect: true),
            },
            Ct
        );
        await bot.WaitForAsync(question.Id, QuestionState.Answered, Ct);
        await bot.WaitForAsync(new ChatQuestionId("discord", "2"), QuestionState.Answered, Ct);

        var gap = Assert.Single(await bot.Store.ListGapsAsync(10, Ct));
        Assert.Equal((GapRecorder.PrivateQuestion, 2), (gap.Question, gap.Times));
    }
}
