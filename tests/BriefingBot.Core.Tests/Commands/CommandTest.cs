using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Ask;
using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Tests.Chat;
using Xunit;

namespace BriefingBot.Core.Tests.Commands;

/// <summary>A bot over two articles, and an administrator who calls its commands.</summary>
public abstract class CommandTest : IDisposable
{
    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected ChatFolder Folder { get; } = new();

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static CommandCall Call(string key) =>
        new()
        {
            Id = new ChatQuestionId("discord", key),
            Address = new ChatAddress("discord", "guild", "channel"),
            User = new ChatUser("admin", IsAdmin: true),
            Called = TimeProvider.System.GetUtcNow(),
            ReplyToken = "token",
        };

    private protected static async Task<ChatAnswer> AnswerAsync(ChatBot bot, string key, bool isPrivate)
    {
        await bot.Get<AskCommand>().RunAsync(Call(key), "Who signed the fishing treaty in Oslo?", isPrivate, Ct);
        var answer = Assert.IsType<AnswerReply>((await bot.Platform.NextAsync(Ct)).Reply).Answer;
        Assert.False(answer.Abstained);
        return answer;
    }

    private protected static Task<CommandResult> Reindex(ChatBot bot, string key) =>
        bot.Get<ReindexCommand>().RunAsync(Call(key), rebuild: true, null, (_, _) => Task.CompletedTask, Ct);
}
