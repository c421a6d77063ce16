using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.ShowPassages;
using BriefingBot.Core.Ingestion;
using Xunit;

namespace BriefingBot.Core.Tests.Chat;

public sealed class SupersededFiguresTests
{
    private const string HowMany = "How many people were killed in the Harrow bus crash?";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_asks_on_below_an_answer_or_opens_it_learns_that_a_newer_report_has_another_figure()
    {
        using ChatFolder folder = new();
        Write(folder, "first", "June 21, 2024", "Five");
        await using var bot = await ChatBot.StartAsync(folder, Ct);
        var first = await AskAsync(bot, "1", HowMany);
        await ReportAsync(bot, folder, "Seven");

        var second = await AskAsync(bot, "2", "Until when is the harbor bridge in Bergen closed for repairs?");
        var opened = await OpenAsync(bot, first);

        Assert.Contains("Five people", first.Sentences[0].Text, StringComparison.Ordinal);
        Assert.Contains(second.Notes, static note => note.Contains("another figure: Seven people", StringComparison.Ordinal) && note.Contains("June 22, 2024", StringComparison.Ordinal) && note.Contains("has Five people", StringComparison.Ordinal));
        Assert.Contains("Seven people", opened.News, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_report_that_says_the_same_is_no_news()
    {
        using ChatFolder folder = new();
        Write(folder, "first", "June 21, 2024", "Five");
        await using var bot = await ChatBot.StartAsync(folder, Ct);
        var first = await AskAsync(bot, "1", HowMany);
        await ReportAsync(bot, folder, "Five");

        Assert.Null((await OpenAsync(bot, first)).News);
    }

    private static async Task<PassagesResult> OpenAsync(ChatBot bot, ChatAnswer answer)
    {
        CommandCall call = new() { Id = new("discord", "open"), Address = answer.Address, User = new("user"), Called = bot.Clock.GetUtcNow() };
        return Assert.IsType<PassagesResult>(await bot.Get<ShowPassagesCommand>().RunAsync(call, answer.Id, 0, Ct));
    }

    private static async Task<ChatAnswer> AskAsync(ChatBot bot, string key, string text)
    {
        var question = ChatFolder.Question(key, text, thread: "thread");
        await bot.Inbox.AcceptAsync(question, Ct);
        var answer = Assert.IsType<AnswerReply>((await bot.Platform.NextAsync(Ct)).Reply).Answer;
        await bot.WaitForAsync(question.Id, QuestionState.Answered, Ct);
        return answer;
    }

    private static async Task ReportAsync(ChatBot bot, ChatFolder folder, string toll)
    {
        Write(folder, "second", "June 22, 2024", toll);
        await bot.Get<IngestionPipeline>().RunAsync([folder.Coverage], new IngestionChoices(), null, Ct);
    }

    private static void Write(ChatFolder folder, string name, string date, string toll) => folder.Write(
        name, $"{toll} killed in Harrow bus crash", date, $"{toll} people were killed in the Harrow bus crash on the coast road, police said.", "The driver swerved to avoid a deer on the coast road, witnesses said.");
}
