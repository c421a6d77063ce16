using System.Globalization;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Corrections;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Tests.Chat;
using Xunit;

namespace BriefingBot.Core.Tests.Corrections;

/// <summary>Sixty cited articles are revised at once, half of them where they were quoted.</summary>
public sealed class SixtyRevisionsTests
{
    private const int Each = 3;
    private const string Aside = "Traders on the square complained about the noise.";

    private static readonly Func<string, string>[] TouchingKinds =
    [
        static lead => lead.Replace("opened", "did not open", StringComparison.Ordinal),
        static lead => lead.Replace("on Friday", "on Thursday", StringComparison.Ordinal),
        static lead => lead.Replace("Mayor", "Deputy Mayor", StringComparison.Ordinal),
        static lead => lead.Replace("for 12 million", "for at least 12 million", StringComparison.Ordinal),
        static lead => lead.Replace("12 million", "12.5 million", StringComparison.Ordinal),
        static lead => lead.Replace(", the city said", "", StringComparison.Ordinal),
        static lead => lead.Replace("the city said", "a union said", StringComparison.Ordinal),
        static lead => lead[..^1] + ", although a court had forbidden it.",
        static lead => "Officials deny that " + lead,
        static _ => "Nothing of this is left.",
    ];

    private static readonly Func<string, string[]>[] LeavingKinds =
    [
        static lead => [lead, "Traders on the square welcomed the noise."],
        static lead => ["A new paragraph stands first.", lead, Aside],
        static lead => [lead, "A new paragraph stands between.", Aside],
        static lead => [lead, Aside, "A new paragraph stands last."],
        static lead => [lead],
        static lead => [Aside, lead],
        static lead => [$"{lead} {Aside}"],
        static lead => [lead.Replace(" ", "  ", StringComparison.Ordinal), Aside],
        static lead => [lead, Aside, "This story has been updated."],
        static lead => [lead, Aside, "Lead reporting by a colleague."],
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Notices_are_posted_for_exactly_those_whose_quotes_changed()
    {
        using ChatFolder folder = new();
        var towns = Enumerable.Range(0, (TouchingKinds.Length + LeavingKinds.Length) * Each).Select(Town).ToList();
        towns.ForEach(town => Write(folder, town, Lead(town), Aside));
        await using var bot = await ChatBot.StartAsync(folder, Ct);
        foreach (string town in towns)
        {
            await AskAsync(bot, town);
        }

        for (int i = 0; i < towns.Count; i++)
        {
            string lead = Lead(towns[i]);
            int kind = i / Each;
            Write(
                folder,
                towns[i],
                kind < TouchingKinds.Length ? [TouchingKinds[kind](lead), Aside] : LeavingKinds[kind - TouchingKinds.Length](lead)
            );
        }

        await bot.Get<IngestionPipeline>().RunAsync([folder.Coverage], new IngestionChoices(), null, Ct);
        await bot.Get<CorrectionRun>().RunAsync(Ct);

        HashSet<string> told = [];
        while (told.Count < TouchingKinds.Length * Each)
        {
            var delivery = await bot.Platform.NextAsync(Ct);
            Assert.IsType<AnnouncementReply>(delivery.Reply);
            Assert.True(told.Add(delivery.Question.MessageId!), $"{delivery.Question.MessageId} was told twice");
        }

        Assert.Equal(towns.Take(told.Count).Order(), told.Order());
        Assert.Empty(await bot.Get<CorrectionRun>().RunAsync(Ct));
        Assert.Equal(told.Count, (await bot.Get<ICorrectionStore>().ListAsync(100, Ct)).Count);
    }

    private static async Task AskAsync(ChatBot bot, string town)
    {
        var question = ChatFolder.Question(town, $"Who opened the library in {town}?", thread: town);
        await bot.Inbox.AcceptAsync(question, Ct);
        var answer = Assert.IsType<AnswerReply>((await bot.Platform.NextAsync(Ct)).Reply).Answer;
        Assert.Equal(Lead(town), Assert.Single(answer.Citations).Quote);
        await bot.WaitForAsync(question.Id, QuestionState.Answered, Ct);
    }

    private static void Write(ChatFolder folder, string town, params string[] paragraphs) =>
        folder.Write(town, "News from the towns", "June 21, 2024", paragraphs);

    private static string Town(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + (number / 10))}ab{(char)('a' + (number % 10))}ton");

    private static string Lead(string town) => $"Mayor Smith opened the library in {town} for 12 million dollars on Friday, the city said.";
}
