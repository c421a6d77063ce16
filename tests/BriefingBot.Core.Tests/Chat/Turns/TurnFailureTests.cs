using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Retrieval.Store;
using Xunit;

namespace BriefingBot.Core.Tests.Chat.Turns;

/// <summary>Failures, restarts and what is left unfinished.</summary>
public sealed class TurnFailureTests : IDisposable
{
    private const string WhoSigned = "Who signed the fishing treaty in Oslo?";
    private readonly ChatFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

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
}
