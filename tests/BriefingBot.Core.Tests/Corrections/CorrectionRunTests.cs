using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Corrections;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Tests.Chat;
using Xunit;

namespace BriefingBot.Core.Tests.Corrections;

public sealed class CorrectionRunTests
{
    private const string WhoSigned = "Who signed the fishing treaty?";
    private const string Signed = "Foreign Minister Anna Berg signed the fishing treaty in Oslo on Friday.";
    private const string Limits = "The treaty limits cod catches to 40,000 tons a year.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_quote_that_was_changed_is_told_once_where_it_was_given_with_what_the_article_says_now()
    {
        using ChatFolder folder = new();
        await using var bot = await AskedAsync(folder);

        await ReviseAsync(bot, folder, "Deputy Foreign Minister Anna Berg signed the fishing treaty in Oslo on Friday.", Limits);
        var found = Assert.Single(await RunAsync(bot));
        Assert.Empty(await RunAsync(bot));

        Assert.Equal(
            (CorrectionKind.Changed, Signed, "Deputy " + Signed),
            (found.Kind, Assert.Single(found.Quotes).Was, found.Quotes[0].Now)
        );
        var delivery = await bot.Platform.NextAsync(Ct);
        Assert.Equal("1", delivery.Question.MessageId);
        Assert.Equal("channel", delivery.Question.Address.Channel);
        string said = TextOf(delivery);
        Assert.Contains("changed where it was quoted", said, StringComparison.Ordinal);
        Assert.Contains($"Now: “Deputy {Signed}”", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_that_leaves_the_quotes_alone_says_nothing()
    {
        using ChatFolder folder = new();
        await using var bot = await AskedAsync(folder);

        await ReviseAsync(bot, folder, Signed, Limits, "Officials celebrated at a dinner in the harbor.");

        Assert.Empty(await RunAsync(bot));
    }

    [Fact]
    public async Task A_correction_that_an_article_carries_is_told_although_the_quote_stands_and_a_mere_update_is_not()
    {
        using ChatFolder folder = new();
        await using var bot = await AskedAsync(folder);

        await ReviseAsync(bot, folder, Signed, Limits, "This story has been updated.");
        Assert.Empty(await RunAsync(bot));
        const string note = "Correction: An earlier version of this article misstated the title of Ms. Berg.";
        await ReviseAsync(bot, folder, Signed, Limits, note);

        var found = Assert.Single(await RunAsync(bot));
        Assert.Equal((CorrectionKind.Noted, note), (found.Kind, found.Note));
        Assert.Contains(note, TextOf(await bot.Platform.NextAsync(Ct)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_article_is_told_with_what_was_quoted_of_it()
    {
        using ChatFolder folder = new();
        await using var bot = await AskedAsync(folder);

        File.Delete(Path.Combine(folder.Coverage, "treaty.txt"));
        await IndexAsync(bot, folder);

        Assert.Equal(CorrectionKind.Withdrawn, Assert.Single(await RunAsync(bot)).Kind);
        string said = TextOf(await bot.Platform.NextAsync(Ct));
        Assert.Contains("taken out of the coverage", said, StringComparison.Ordinal);
        Assert.Contains(Signed, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_asked_privately_is_told_to_the_asker_alone_with_the_question()
    {
        using ChatFolder folder = new();
        await using var bot = await AskedAsync(folder, isPrivate: true);

        await ReviseAsync(bot, folder, "Anna Berg did not sign the fishing treaty in Oslo on Friday.", Limits);
        await RunAsync(bot);

        var delivery = await bot.Platform.NextAsync(Ct);
        Assert.True(delivery.Question.IsPrivate);
        Assert.Equal("user", delivery.Question.User.Id);
        Assert.Null(delivery.Question.MessageId);
        Assert.Contains(WhoSigned, TextOf(delivery), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_answers_of_one_conversation_get_one_notice_and_a_later_revision_only_when_it_says_something_else()
    {
        using ChatFolder folder = new();
        await using var bot = await AskedAsync(folder);
        await AskAsync(bot, ChatFolder.Question("2", "What did Anna Berg sign in Oslo?", thread: "1"));

        await ReviseAsync(bot, folder, "Anna Berg left Oslo without signing the fishing treaty on Friday.", Limits);
        Assert.Single(await RunAsync(bot));
        await ReviseAsync(bot, folder, "Anna Berg left Oslo without signing the fishing treaty on Friday.", Limits, "More follows.");
        Assert.Empty(await RunAsync(bot));
        await ReviseAsync(bot, folder, "Anna Berg left Oslo on Friday and signed the fishing treaty on Saturday.", Limits);
        Assert.Single(await RunAsync(bot));

        Assert.Equal(2, (await bot.Get<ICorrectionStore>().ListAsync(10, Ct)).Count);
    }

    [Fact]
    public async Task Two_processes_that_find_the_same_tell_it_once()
    {
        using ChatFolder folder = new();
        await using var bot = await AskedAsync(folder);
        await using var other = await ChatBot.OpenAsync(folder, Ct);
        await ReviseAsync(bot, folder, "Nobody signed the fishing treaty in Oslo on Friday.", Limits);

        var found = await Task.WhenAll(RunAsync(bot), RunAsync(other));

        Assert.Single(found.SelectMany(static corrections => corrections));
    }

    [Fact]
    public async Task A_source_that_was_removed_as_a_whole_is_listed_and_told_to_nobody()
    {
        using ChatFolder folder = new();
        string[] names =
        [
            .. Enumerable
                .Range(0, CorrectionRun.MostWithdrawn + 1)
                .Select(static i => $"{(char)('A' + (i / 10))}ab{(char)('a' + (i % 10))}ton"),
        ];
        foreach (string name in names)
        {
            folder.Write(
                name,
                "News from the towns",
                "June 21, 2024",
                $"Mayor Smith opened the library in {name} for 12 million dollars on Friday, the city said."
            );
        }

        await using var bot = await ChatBot.StartAsync(folder, Ct);
        foreach (string name in names)
        {
            await AskAsync(bot, ChatFolder.Question(name, $"Who opened the library in {name}?", thread: name));
        }

        Array.ForEach(names, name => File.Delete(Path.Combine(folder.Coverage, name + ".txt")));
        await bot.Get<IngestionPipeline>().RunAsync([folder.Coverage], new IngestionChoices { AllowRemoval = true }, null, Ct);

        var found = await RunAsync(bot);
        Assert.Equal(names.Length, found.Select(static correction => correction.Article.Id).Distinct().Count());
        Assert.All(found, static correction => Assert.Equal(CorrectionKind.Withdrawn, correction.Kind));
        Assert.Equal(names.Length, bot.Platform.Calls);
    }

    private static async Task<ChatBot> AskedAsync(ChatFolder folder, bool isPrivate = false)
    {
        var bot = await ChatBot.StartAsync(folder, Ct);
        await AskAsync(
            bot,
            ChatFolder.Question("1", WhoSigned, isPrivate ? ChatQuestionKind.Slash : ChatQuestionKind.Mention) with
            {
                IsPrivate = isPrivate,
                MessageId = isPrivate ? null : "1",
            }
        );
        return bot;
    }

    private static async Task AskAsync(ChatBot bot, ChatQuestion question)
    {
        await bot.Inbox.AcceptAsync(question, Ct);
        var delivery = await bot.Platform.NextAsync(Ct);
        Assert.NotEmpty(Assert.IsType<AnswerReply>(delivery.Reply).Answer.Citations);
        await bot.WaitForAsync(question.Id, QuestionState.Answered, Ct);
    }

    private static async Task ReviseAsync(ChatBot bot, ChatFolder folder, params string[] paragraphs)
    {
        folder.Write("treaty", "Ministers sign fishing treaty", "June 21, 2024", paragraphs);
        await IndexAsync(bot, folder);
    }

    private static Task IndexAsync(ChatBot bot, ChatFolder folder) =>
        bot.Get<IngestionPipeline>().RunAsync([folder.Coverage], new IngestionChoices(), null, Ct);

    private static Task<IReadOnlyList<Correction>> RunAsync(ChatBot bot) => bot.Get<CorrectionRun>().RunAsync(Ct);

    private static string TextOf(ChatDelivery delivery) =>
        string.Join(
            '\n',
            Assert
                .IsType<AnnouncementReply>(delivery.Reply)
                .Blocks.SelectMany(static block => block.Units)
                .Select(static unit => string.Concat(unit.Inlines.Select(static inline => inline.Text)))
        );
}
