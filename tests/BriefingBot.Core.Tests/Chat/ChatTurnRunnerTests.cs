using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Retrieval.Store;
using Xunit;

namespace BriefingBot.Core.Tests.Chat;

public sealed class ChatTurnRunnerTests : IDisposable
{
    private const string WhoSigned = "Who signed the fishing treaty in Oslo?";
    private readonly ChatFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_question_delivered_three_times_is_answered_once_with_citations()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);
        var question = ChatFolder.Question("1", WhoSigned);

        Assert.Equal(ChatArrival.Accepted, await bot.Inbox.AcceptAsync(question, Ct));
        Assert.Equal(ChatArrival.Known, await bot.Inbox.AcceptAsync(question, Ct));
        var reply = await bot.Platform.NextAsync(Ct);
        await bot.WaitForAsync(question.Id, QuestionState.Answered, Ct);
        Assert.Equal(ChatArrival.Known, await bot.Inbox.AcceptAsync(question, Ct));

        var answer = Assert.IsType<AnswerReply>(reply.Reply).Answer;
        Assert.Contains("Anna Berg", answer.Sentences[0].Text, StringComparison.Ordinal);
        Assert.Equal("treaty", answer.Citations[0].Article.Id.Value);
        Assert.Equivalent(answer, await bot.Conversations.FindAnswerAsync(answer.Id, Ct));
        Assert.Equal(1, bot.Platform.Calls);
    }

    [Fact]
    public async Task Whoever_waits_sees_that_the_coverage_is_searched()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);
        bot.Encoder.Before = bot.Platform.ShownProgress.Task.WaitAsync;

        await bot.Inbox.AcceptAsync(ChatFolder.Question("1", WhoSigned), Ct);

        Assert.IsType<AnswerReply>((await bot.Platform.NextAsync(Ct)).Reply);
        Assert.Equal("Searching the coverage", bot.Platform.Progress.First());
    }

    [Fact]
    public async Task A_follow_up_leans_on_the_conversation_also_after_a_restart()
    {
        await using (var first = await ChatBot.StartAsync(_folder, Ct))
        {
            await first.Inbox.AcceptAsync(ChatFolder.Question("root", "Who won the Zanzibar chess cup?"), Ct);
            await first.Platform.NextAsync(Ct);
            await first.WaitForAsync(new ChatQuestionId("discord", "root"), QuestionState.Answered, Ct);
        }

        await using var second = await ChatBot.StartAsync(_folder, Ct);
        Assert.Equal(ChatArrival.Accepted, await second.Inbox.AcceptAsync(ChatFolder.Question("2", "When was that?", thread: "root"), Ct));
        Assert.True(Assert.IsType<AnswerReply>((await second.Platform.NextAsync(Ct)).Reply).Answer.Abstained);
        await second.Inbox.AcceptAsync(
            ChatFolder.Question("3", "Where did it happen?", ChatQuestionKind.Reply) with
            {
                InReplyTo = "reply to 2",
            },
            Ct
        );
        await second.Platform.NextAsync(Ct);

        // The list of gaps has the questions as they were understood.
        var gaps = await second.Store.ListGapsAsync(10, Ct);
        Assert.Equal(3, gaps.Count);
        Assert.All(gaps, gap => Assert.Contains("Zanzibar chess cup", gap.Question, StringComparison.Ordinal));
    }

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

    [Fact]
    public async Task A_failure_is_told_with_a_reference_that_the_log_has_and_nothing_of_the_error()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);
        bot.Encoder.Before = _ => throw new InvalidOperationException("The encoder melted.");

        await bot.Inbox.AcceptAsync(ChatFolder.Question("1", WhoSigned), Ct);

        var notice = Assert.IsType<NoticeReply>((await bot.Platform.NextAsync(Ct)).Reply);
        Assert.Equal(NoticeKind.Failed, notice.Kind);
        Assert.DoesNotContain("melted", notice.Text, StringComparison.Ordinal);
        string reference = notice.Text.TrimEnd('.').Split(' ')[^1];
        Assert.Contains(
            bot.Log.Lines,
            line => line.Contains(reference, StringComparison.Ordinal) && line.Contains("The encoder melted.", StringComparison.Ordinal)
        );
        Assert.Null((await bot.WaitForAsync(new ChatQuestionId("discord", "1"), QuestionState.Failed, Ct)).Question.ReplyToken);
        Assert.DoesNotContain(
            bot.Log.Lines,
            line => line.Contains("secret-token", StringComparison.Ordinal) || line.Contains(WhoSigned, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_question_whose_answering_meets_a_store_that_fails_is_answered_when_the_store_is_back()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct, static options => options.Attempts = 2);
        int tries = 0;
        bot.Encoder.Before = _ => ++tries <= 4 ? throw new StoreException("No room left.") : Task.CompletedTask;

        await bot.Inbox.AcceptAsync(ChatFolder.Question("1", WhoSigned), Ct);

        Assert.IsType<AnswerReply>((await bot.Platform.NextAsync(Ct)).Reply);
        await bot.WaitForAsync(new ChatQuestionId("discord", "1"), QuestionState.Answered, Ct);
        Assert.Contains(bot.Log.Lines, static line => line.Contains("No room left.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_that_takes_longer_than_the_deadline_is_given_up_with_a_word()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct, options => options.DeadlineSeconds = 5);
        bot.Encoder.Before = token => Task.Delay(Timeout.Infinite, token);

        await bot.Inbox.AcceptAsync(ChatFolder.Question("1", WhoSigned), Ct);

        var notice = Assert.IsType<NoticeReply>((await bot.Platform.NextAsync(Ct)).Reply);
        Assert.Contains("longer than 5 seconds", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_was_accepted_in_part_is_finished_with_the_same_words()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct);
        List<ChatReply> tried = [];
        List<bool> repeated = [];
        bot.Platform.Before = async (delivery, token) =>
        {
            tried.Add(delivery.Reply);
            repeated.Add(delivery.IsRepeated);
            if (tried.Count == 1)
            {
                await delivery.AcceptedAsync(0, "first part", token);
            }

            if (tried.Count < 3)
            {
                throw new ChatDeliveryException("HTTP 503", isPermanent: false);
            }
        };

        await bot.Inbox.AcceptAsync(ChatFolder.Question("1", WhoSigned), Ct);
        var accepted = await bot.Platform.NextAsync(Ct);

        Assert.Equal([new DeliveredPart(0, "first part")], accepted.Delivered);
        Assert.Equivalent(tried[0], tried[2]);
        Assert.Equal([false, true, true], repeated);
        Assert.Equal(3, (await bot.WaitForAsync(accepted.Question.Id, QuestionState.Answered, Ct)).Attempts);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 3)]
    public async Task A_platform_that_does_not_accept_is_tried_as_often_as_it_can_help(bool permanent, int attempts)
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct, options => options.Attempts = 3);
        bot.Platform.Before = (_, _) => throw new ChatDeliveryException("No access", permanent);
        var question = ChatFolder.Question("1", WhoSigned);

        await bot.Inbox.AcceptAsync(question, Ct);

        Assert.Equal(attempts, (await bot.WaitForAsync(question.Id, QuestionState.Failed, Ct)).Attempts);
        Assert.Equal(attempts, bot.Platform.Calls);
    }

    [Fact]
    public async Task Unfinished_questions_are_taken_up_after_a_restart_unless_they_are_old()
    {
        await using var bot = await ChatBot.OpenAsync(_folder, Ct);
        var now = bot.Clock.GetUtcNow();
        await bot.Journal.TryBeginAsync(
            ChatFolder.Question("young", WhoSigned, asked: now.AddMinutes(-5)),
            "dead",
            TimeSpan.FromSeconds(15),
            Ct
        );
        await bot.Journal.TryBeginAsync(
            ChatFolder.Question("old", WhoSigned, asked: now.AddMinutes(-11)),
            "dead",
            TimeSpan.FromSeconds(15),
            Ct
        );

        bot.Start();
        var reply = await bot.Platform.NextAsync(Ct);

        Assert.Equal("young", reply.Question.Id.Key);
        await bot.WaitForAsync(new ChatQuestionId("discord", "old"), QuestionState.Failed, Ct);
        Assert.Equal(1, bot.Platform.Calls);
    }

    [Fact]
    public async Task A_question_that_ended_its_process_every_time_is_given_up_with_a_word()
    {
        await using var bot = await ChatBot.OpenAsync(_folder, Ct, options => options.Attempts = 2);
        var question = ChatFolder.Question("1", WhoSigned, asked: bot.Clock.GetUtcNow());
        await bot.Journal.TryBeginAsync(question, "dead", TimeSpan.FromMinutes(1), Ct);
        await bot.Journal.TryStartAsync(question.Id, "dead", Ct);
        await bot.Journal.TryStartAsync(question.Id, "dead", Ct);
        await bot.Journal.ReleaseClaimsAsync("dead", Ct);

        bot.Start();

        Assert.Equal(NoticeKind.Failed, Assert.IsType<NoticeReply>((await bot.Platform.NextAsync(Ct)).Reply).Kind);
        await bot.WaitForAsync(question.Id, QuestionState.Failed, Ct);
    }

    [Fact]
    public async Task A_stopped_bot_lets_go_of_its_questions_at_once()
    {
        await using var first = await ChatBot.StartAsync(_folder, Ct);
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        first.Encoder.Before = token =>
        {
            reached.TrySetResult();
            return Task.Delay(Timeout.Infinite, token);
        };
        var question = ChatFolder.Question("1", WhoSigned, asked: first.Clock.GetUtcNow());
        await first.Inbox.AcceptAsync(question, Ct);
        await reached.Task.WaitAsync(Ct);

        await first.StopAsync();

        Assert.Equal(0, first.Platform.Calls);
        Assert.Single(
            await first.Journal.ClaimUnfinishedAsync(["discord"], "next", TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(10), 10, Ct)
        );
    }

    [Fact]
    public async Task Questions_of_one_conversation_are_answered_in_their_order_and_others_meanwhile()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct, options => options.MaxConcurrency = 2);
        TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bot.Platform.Before = (delivery, token) => delivery.Question.Id.Key == "1" ? open.Task.WaitAsync(token) : Task.CompletedTask;

        foreach (string key in new[] { "1", "2", "3" })
        {
            await bot.Inbox.AcceptAsync(ChatFolder.Question(key, WhoSigned, thread: "t"), Ct);
        }

        await bot.Inbox.AcceptAsync(ChatFolder.Question("other", WhoSigned), Ct);

        List<string> order = [(await bot.Platform.NextAsync(Ct)).Question.Id.Key];
        open.SetResult();
        for (int i = 0; i < 3; i++)
        {
            order.Add((await bot.Platform.NextAsync(Ct)).Question.Id.Key);
        }

        Assert.Equal(["other", "1", "2", "3"], order);
    }

    [Fact]
    public async Task Two_processes_that_get_every_question_twice_answer_each_once()
    {
        await using var first = await ChatBot.StartAsync(_folder, Ct, options => options.MaxWaiting = 10);
        await using var second = await ChatBot.OpenAsync(_folder, Ct, options => options.MaxWaiting = 10);
        second.Start();
        ChatQuestion[] questions =
        [
            .. Enumerable.Range(0, 100).Select(i => ChatFolder.Question($"{i}", WhoSigned, asked: first.Clock.GetUtcNow())),
        ];

        await Parallel.ForEachAsync(
            questions,
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Ct },
            async (question, ct) =>
            {
                foreach (var bot in new[] { first, second, first, second })
                {
                    await bot.Inbox.AcceptAsync(question, ct);
                }
            }
        );

        foreach (var question in questions)
        {
            await first.WaitForAsync(question.Id, QuestionState.Answered, Ct);
        }

        Assert.Equal(100, first.Platform.Calls + second.Platform.Calls);
        Assert.Equal(100, first.Platform.Replies.Keys.Union(second.Platform.Replies.Keys).Count());
    }
}
