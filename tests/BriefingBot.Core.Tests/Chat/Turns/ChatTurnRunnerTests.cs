using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using Xunit;

namespace BriefingBot.Core.Tests.Chat.Turns;

/// <summary>A question on its way to one answer, in the order of its conversation.</summary>
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
