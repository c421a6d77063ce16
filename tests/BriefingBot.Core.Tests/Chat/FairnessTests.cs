using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using Xunit;

namespace BriefingBot.Core.Tests.Chat;

public sealed class FairnessTests : IDisposable
{
    private const string WhoSigned = "Who signed the fishing treaty in Oslo?";
    private readonly ChatFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_channel_that_takes_nothing_keeps_only_itself_waiting()
    {
        await using var bot = await ChatBot.StartAsync(_folder, Ct, options => options.MaxConcurrency = 2);
        TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bot.Platform.Before = (delivery, token) =>
            delivery.Question.Address.Channel == "limited" ? open.Task.WaitAsync(token) : Task.CompletedTask;
        ChatQuestion[] waiting = [.. Enumerable.Range(0, 12).Select(i => Question($"limited-{i}", "limited", $"reader-{i}"))];
        foreach (var question in waiting)
        {
            await bot.Inbox.AcceptAsync(question, Ct);
        }

        for (int i = 0; i < 5; i++)
        {
            await bot.Inbox.AcceptAsync(Question($"{i}", $"channel-{i}", "somebody"), Ct);
            Assert.Equal($"channel-{i}", (await bot.Platform.NextAsync(Ct)).Question.Address.Channel);
        }

        // A command in the limited channel is answered by a way of its own.
        await bot.Inbox.AcceptAsync(
            Question("slash", "limited-too", "somebody") with
            {
                Kind = ChatQuestionKind.Slash,
                MessageId = null,
                ReplyToken = "token",
            },
            Ct
        );
        Assert.Equal("slash", (await bot.Platform.NextAsync(Ct)).Question.Id.Key);

        open.SetResult();
        foreach (var question in waiting)
        {
            await bot.WaitForAsync(question.Id, QuestionState.Answered, Ct);
        }

        Assert.Equal(18, bot.Platform.Calls);
    }

    [Fact]
    public async Task Somebody_who_asks_much_holds_no_more_than_a_share_and_is_told_once()
    {
        await using var bot = await ChatBot.StartAsync(
            _folder,
            Ct,
            options =>
            {
                options.MaxConcurrency = 3;
                options.MaxPerPerson = 2;
                options.FloodNotice = 4;
            }
        );
        TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        SemaphoreSlim entered = new(0);
        int calls = 0;
        bot.Encoder.Before = token =>
        {
            entered.Release();
            return Interlocked.Increment(ref calls) <= 2 ? open.Task.WaitAsync(token) : Task.CompletedTask;
        };
        for (int i = 0; i < 10; i++)
        {
            await bot.Inbox.AcceptAsync(Question($"flood-{i}", $"channel-{i}", "flood"), Ct);
        }

        await entered.WaitAsync(Ct);
        await entered.WaitAsync(Ct);
        await bot.Inbox.AcceptAsync(Question("other", "channel-0", "other"), Ct);
        Assert.Equal("other", (await bot.Platform.NextAsync(Ct)).Question.Id.Key);
        open.SetResult();
        for (int i = 0; i < 10; i++)
        {
            await bot.WaitForAsync(new ChatQuestionId("discord", $"flood-{i}"), QuestionState.Answered, Ct);
        }

        var (question, line) = Assert.Single(bot.Platform.Told);
        Assert.Equal("flood", question.User.Id);
        Assert.Contains("You have 5 questions open right now", line, StringComparison.Ordinal);
    }

    private static ChatQuestion Question(string key, string channel, string person) =>
        ChatFolder.Question(key, WhoSigned) with
        {
            Address = new ChatAddress("discord", "guild", channel),
            User = new ChatUser(person),
            ReplyToken = null,
        };
}
