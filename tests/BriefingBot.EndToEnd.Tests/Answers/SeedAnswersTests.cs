using System.Globalization;

namespace BriefingBot.EndToEnd.Tests.Answers;

public sealed class SeedAnswersTests(SeedNewsroom seeds, ITestOutputHelper output) : IClassFixture<SeedNewsroom>
{
    private const string Phone = "000_aebe15162d6c980d";
    private const string Rio = "001_d8b505f2277a1c4d";
    private const string Allies = "002_4c2f6b0b2b87e42a";
    private const string Nato = "003_b7773b70cea8e536";
    private const string Troops = "004_9bcfc9a8fa3509ce";

    private static readonly (string Question, string Article, string Holds)[] Answerable =
    [
        ("From which city did Cho make his phone calls?", Phone, "New York"),
        ("What does the treaty oblige the two sides to do if one of them is invaded?", Phone, "military and other assistance"),
        ("Which additional steps against Pyongyang and Moscow did Cho explain to Blinken?", Phone, "export controls"),
        ("Where did the three foreign ministers hold their G20 sideline meeting?", Rio, "Rio"),
        ("Which spokesperson mentioned the Camp David Summit?", Rio, "Matthew Miller"),
        ("What did the ministers agree about North Korean cyber activities?", Rio, "illicit acquisition of funds"),
        ("How often have the trilateral foreign ministers met since Yoon's inauguration?", Rio, "seventh"),
        ("When was the EDSCG launched?", Allies, "2016"),
        ("Which city did Kim visit to see a fighter jet factory?", Allies, "Komsomolsk-on-Amur"),
        ("How many Russian businesses and individuals were sanctioned by Washington?", Allies, "150"),
        ("Where did Kim and Putin meet for their summit?", Allies, "Vostochny"),
        ("Who represented Japan when Yoon met its prime minister at the NATO summit?", Nato, "Kishida"),
        ("Which Indo-Pacific partner nations were invited to the NATO summit besides South Korea and Japan?", Nato, "New Zealand"),
        ("What did the NATO declaration condemn?", Nato, "weapons exports"),
        ("How many North Korean soldiers were sent to the Kursk region according to Blinken?", Troops, "8,000"),
        ("Whom did Cho meet besides Blinken while in Washington?", Troops, "Philip Gordon"),
        ("Which framework did Cho want to expand and modernize?", Troops, "G7"),
    ];

    private static readonly string[] OffTopic =
    [
        "Who won the chess tournament in Reykjavik?",
        "How many medals did Norway win at the Winter Olympics?",
        "What is the best recipe for sourdough bread?",
        "When does the new tram line in Lisbon open?",
        "Why did the price of coffee rise in Brazil?",
        "What did the central bank of Sweden decide about interest rates?",
        "Who directed the film that won the Golden Palm?",
        "How do I reset my router password?",
        "Which vaccine against malaria was approved?",
        "What caused the earthquake in Peru?",
        "Who is the new chief executive of the railway company?",
        "How tall is Mount Kilimanjaro?",
        "Which football club signed the Croatian goalkeeper?",
        "What were the results of the election in Argentina?",
        "How much does a ticket for the opera in Vienna cost?",
        "When was the first email sent?",
        "What is photosynthesis?",
        "Which band headlines the festival in Glastonbury?",
        "Who wrote the novel about the lighthouse keeper?",
        "What did the pope say about migration?",
        "How many people live in Nairobi?",
        "Which airline cancelled its flights to Tenerife?",
        "What is the plot of Hamlet?",
        "Did the wildfire in Alberta reach the town?",
        "Who invented the zipper?",
    ];

    [Fact]
    public async Task Questions_that_the_sample_coverage_answers_are_answered_from_the_right_article()
    {
        int answered = 0,
            right = 0,
            held = 0;
        foreach (var (question, article, holds) in Answerable)
        {
            var reply = await seeds.Newsroom.AskAsync(question);
            bool cites = reply.Cited().Contains(article);
            bool has = reply.Text().Contains(holds, StringComparison.OrdinalIgnoreCase);
            answered += reply.Answer.Abstained ? 0 : 1;
            right += cites ? 1 : 0;
            held += has ? 1 : 0;
            output.WriteLine(
                $"{(reply.Answer.Abstained ? "refused" : !cites ? "article" : has ? "right" : "wording")}: {question} -> {reply.Text()}"
            );
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"answered {answered}, right article {right}, holds the fact {held} of {Answerable.Length}"
            )
        );
        Assert.True(answered >= Answerable.Length - 2, "too many answerable questions were refused");
        Assert.True(right >= Answerable.Length - 3, "too few answers cite the right article");
        Assert.True(held >= Answerable.Length - 5, "too few answers hold the fact");
    }

    [Fact]
    public async Task Questions_that_have_nothing_to_do_with_the_coverage_are_refused()
    {
        List<string> answered = [];
        foreach (string question in OffTopic)
        {
            var reply = await seeds.Newsroom.AskAsync(question);
            if (!reply.Answer.Abstained)
            {
                answered.Add($"{question} -> {reply.Text()}");
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"refused {OffTopic.Length - answered.Count} of {OffTopic.Length}"));
        Assert.True(answered.Count <= 2, string.Join('\n', answered));
    }

    [Fact]
    public async Task What_is_refused_is_kept_as_a_gap_unless_it_was_only_measured()
    {
        const string question = "Who grows the largest pumpkins of Ruritania?";
        await seeds.Newsroom.AskAsync(new Core.Conversations.IncomingMessage(question) { KeepsGaps = false });
        Assert.DoesNotContain(await GapsAsync(), gap => gap == question);

        var reply = await seeds.Newsroom.AskAsync(question);

        Assert.True(reply.Answer.Abstained);
        Assert.Contains(await GapsAsync(), gap => gap == question);
    }

    [Fact]
    public async Task No_answer_is_longer_than_four_sentences_and_every_quote_is_its_slice()
    {
        foreach (var (question, _, _) in Answerable)
        {
            var reply = await seeds.Newsroom.AskAsync(question);
            Assert.InRange(reply.Answer.Sentences.Count, 0, 4);
            Assert.All(reply.Answer.Sentences, sentence => Assert.NotEmpty(sentence.Citations));
            Assert.Equal(0, reply.Answer.Dropped);
            foreach (var citation in reply.Answer.Citations)
            {
                var article = await seeds.Newsroom.Store.FindArticleAsync(
                    citation.Article.Id,
                    citation.Passage.Revision,
                    TestContext.Current.CancellationToken
                );
                Assert.Equal(citation.Quote, article!.Article.Text[citation.Start..citation.End]);
                Assert.Contains(reply.Retrieved.Passages, passage => passage.Passage.Id == citation.Passage);
            }
        }
    }

    [Theory]
    [InlineData("\"treaty\" NEAR(Moscow*, 3) -Pyongyang ^title: OR 1=1; DROP TABLE passages; --")]
    [InlineData("' OR ''=' treaty Pyongyang")]
    [InlineData("treaty* AND (Pyongyang OR")]
    [InlineData("Кто подписал договор с Пхеньяном?")]
    [InlineData("誰が条約に署名したのか")]
    [InlineData("WHO SIGNED THE TREATY IN PYONGYANG?")]
    [InlineData("treaty\0treaty\u0007 signed in Pyongyang?\u202E")]
    public async Task Odd_questions_harm_nothing_and_are_never_answered_without_a_source(string question)
    {
        var reply = await seeds.Newsroom.AskAsync(question);

        Assert.Equal(reply.Answer.Sentences.Count == 0, reply.Answer.Citations.Count == 0);
        Assert.Equal(5, (await seeds.Newsroom.Store.GetStatusAsync(TestContext.Current.CancellationToken)).Articles);
    }

    [Fact]
    public async Task A_question_in_capitals_is_answered_like_any_other() =>
        Assert.Contains("2016", (await seeds.Newsroom.AskAsync("WHEN WAS THE EDSCG LAUNCHED?")).Text(), StringComparison.Ordinal);

    private async Task<IEnumerable<string>> GapsAsync() =>
        (await seeds.Newsroom.Store.ListGapsAsync(100, TestContext.Current.CancellationToken)).Select(gap => gap.Question);
}
