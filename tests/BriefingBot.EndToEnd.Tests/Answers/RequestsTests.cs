using System.Text.Json;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Questions;
using BriefingBot.EndToEnd.Tests.Architecture;

namespace BriefingBot.EndToEnd.Tests.Answers;

public sealed class RequestsTests(SeedNewsroom seeds, InventedNewsroom invented)
    : IClassFixture<SeedNewsroom>,
        IClassFixture<InventedNewsroom>
{
    private static readonly string Set = Path.Combine(
        ProjectFile.Repository,
        "tests",
        "BriefingBot.EndToEnd.Tests",
        "Answers",
        "Sets",
        "requests.jsonl"
    );

    [Fact]
    public async Task Requests_are_known_by_the_words_of_editors_and_questions_that_look_like_them_stay_questions()
    {
        List<string> wrong = [];
        foreach (string line in await File.ReadAllLinesAsync(Set, TestContext.Current.CancellationToken))
        {
            using var entry = JsonDocument.Parse(line);
            string text = entry.RootElement.GetProperty("question").GetString()!;
            string? kind = entry.RootElement.GetProperty("request").GetString();
            string? read = await ReadAsync(text);
            if (read != kind)
            {
                wrong.Add($"{text}: {read ?? "question"} instead of {kind ?? "question"}");
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("How many articles do you have?", "The coverage has 4 articles: dated March 11, 2024 to June 20, 2024, 1 undated.", 4)]
    [InlineData(
        "How many articles are about the ferry?",
        "The coverage has 2 articles about “ferry”: dated May 3, 2024 to June 20, 2024.",
        2
    )]
    [InlineData("How many articles by Ida Kestrel are about the ferry?", "The coverage has 2 articles about “ferry” by Ida Kestrel", 2)]
    [InlineData("How many articles in May 2024?", "The coverage has 1 article, published May 1, 2024 to May 31, 2024", 1)]
    [InlineData("How many articles mention volcanoes?", "The coverage has no article mentioning “volcanoes”.", 0)]
    [InlineData("Articles by Tomas Weller", "The coverage has 1 article by Tomas Weller", 1)]
    [InlineData("Articles by Jane Roe", "No article of the coverage is by Jane Roe.", 0)]
    [InlineData("Which articles are undated?", "The coverage has 1 article without a date", 1)]
    [InlineData("What is the oldest article?", "The oldest article is from March 11, 2024. The date of 1 article is unknown.", 1)]
    [InlineData("What is the newest article about the ferry?", "The newest article about “ferry” is from June 20, 2024.", 1)]
    [InlineData(
        "Who wrote the articles?",
        "The coverage has 4 articles from 2 authors: Ida Kestrel (2), Tomas Weller (1). 1 article names no author.",
        2
    )]
    [InlineData("Which outlets do you have?", "The coverage has 4 articles; none names its outlet.", 0)]
    public async Task What_the_store_knows_is_given_exactly_with_the_articles(string request, string says, int articles)
    {
        var reply = await invented.Newsroom.AskAsync(request);

        Assert.StartsWith(says, reply.Statement, StringComparison.Ordinal);
        Assert.Equal(articles, reply.Cited().Count);
        Assert.False(reply.Abstained);
    }

    [Fact]
    public async Task A_briefing_tells_each_story_once_in_order_of_time_with_its_day()
    {
        await using var newsroom = await Newsroom.OpenAsync("2024-07-01", [.. InventedNews.All, InventedNews.FerryCopy]);

        var reply = await newsroom.AskAsync("Brief me on the ferry");

        Assert.Equal(["May 3, 2024", "June 20, 2024"], reply.Answer.Sentences.Select(sentence => sentence.Label));
        Assert.Contains("sank off Dunmere", reply.Answer.Sentences[0].Text, StringComparison.Ordinal);
        Assert.Contains("blamed Captain Hugo Brandt", reply.Answer.Sentences[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_briefing_on_a_topic_of_many_articles_tells_those_that_have_it_in_the_headline()
    {
        string[] leads =
        [
            "Arnfield took twelve tram cars into service on its new line to the port.",
            "Judges in Dunmere stopped the sale of the tram company to a bank.",
            "A storm tore down the wires of the Kestrel tram and cut off three villages.",
            "Voters in Lowick refused to pay for a second tram depot.",
            "Marsham will teach forty young people to drive a tram this winter.",
        ];
        string[] trades =
        [
            "The oldest baker of the county retired after sixty years of work.",
            "A potter from the hills won the national prize for glass.",
            "Two tanners found a Roman coin below their workshop floor.",
            "The weavers' choir sang for the king in the old theatre.",
            "A miller crossed the lake on a raft of empty barrels.",
        ];
        await using var newsroom = await Newsroom.OpenAsync(
            "2024-07-01",
            [
                .. leads.Select(
                    (lead, i) =>
                        (
                            $"tram-{i}.txt",
                            $"The tram, part {i + 1}\n\nJanuary {(i * 5) + 1}, 2024\n\nReach the reporter at desk@example.com or read more about the tram below.\n\n{lead}\n"
                        )
                ),
                .. trades.Select(
                    (lead, i) =>
                        (
                            $"trade-{i}.txt",
                            $"From the county, part {i + 1}\n\nMay {(i * 5) + 1}, 2024\n\n{lead}\n\nThe tram was late that day, and the tram home was full.\n"
                        )
                ),
            ]
        );

        var reply = await newsroom.AskAsync("Brief me on the tram");

        Assert.StartsWith(
            "10 articles about “tram”; the newest 5 stories with it in the headline, in chronological order",
            reply.Statement,
            StringComparison.Ordinal
        );
        Assert.Equal(leads, reply.Answer.Sentences.Select(sentence => sentence.Text));
    }

    [Fact]
    public async Task A_briefing_on_what_the_coverage_does_not_have_is_refused()
    {
        var reply = await invented.Newsroom.AskAsync("Summarise the coverage of the volcano eruption");

        Assert.True(reply.Abstained);
        Assert.Empty(reply.Answer.Sentences);
    }

    [Fact]
    public async Task A_period_without_news_is_said_before_the_newest_is_told()
    {
        var reply = await invented.Newsroom.AskAsync("What is new on the ferry in January 2024?");

        Assert.StartsWith(
            "The coverage has nothing about “ferry”, published January 1, 2024 to January 31, 2024.",
            reply.Statement,
            StringComparison.Ordinal
        );
        Assert.Equal(["ferry-inquiry"], reply.Cited());
    }

    [Fact]
    public async Task A_timeline_has_a_line_a_story_and_undated_ones_last()
    {
        var reply = await invented.Newsroom.AskAsync("Give me a timeline");

        Assert.Equal(
            ["March 11, 2024", "May 3, 2024", "June 20, 2024", "Undated"],
            reply.Answer.Sentences.Select(sentence => sentence.Label)
        );
        Assert.Equal("Arnfield library reopens after fire", reply.Answer.Sentences[0].Text);
    }

    [Fact]
    public async Task Two_outlets_are_set_side_by_side_and_where_they_differ_is_said()
    {
        await using var newsroom = await Newsroom.OpenAsync(
            "2024-07-01",
            (
                "news.jsonl",
                """
                {"id":"p1","outlet":"Dunmere Post","published":"2024-06-01","title":"Fire at Eastwold mill","text":"A fire at the Eastwold mill killed two workers on Saturday night, the fire brigade said. The roof fell in."}
                {"id":"t1","outlet":"Coast Times","published":"2024-06-02","title":"Eastwold mill burns","text":"A fire at the Eastwold mill killed five workers on Saturday night, the fire brigade said. The police look for witnesses."}
                {"id":"t2","outlet":"Coast Times","published":"2024-06-05","title":"Owner of Eastwold mill charged","text":"The owner of the Eastwold mill was charged with negligence on Wednesday, the prosecutor said."}
                """
            )
        );

        var reply = await newsroom.AskAsync("Compare the Dunmere Post and the Coast Times on the Eastwold mill");

        Assert.Equal("comparison", reply.Request);
        Assert.Equal("Dunmere Post: 1 article about “Eastwold mill”. Coast Times: 2 articles about “Eastwold mill”.", reply.Statement);
        Assert.Equal(
            ["Both, Dunmere Post, June 1, 2024", "Both, Coast Times, June 2, 2024", "Only Coast Times, June 5, 2024"],
            reply.Answer.Sentences.Select(sentence => sentence.Label)
        );
        Assert.Contains("differ", Assert.Single(reply.Answer.Disagreements).ToString(), StringComparison.OrdinalIgnoreCase);

        var outlets = await newsroom.AskAsync("Which outlets reported on the Eastwold mill?");
        Assert.Equal("Coast Times: 2 reports (June 2, 2024; June 5, 2024); Dunmere Post: 1 report (June 1, 2024).", outlets.Statement);
        Assert.Equal(["t1", "p1", "t2"], outlets.Cited().OrderBy(id => id == "t2").ThenByDescending(id => id));

        var listed = await newsroom.AskAsync("Which outlets do you have?");
        Assert.Equal("The coverage has 3 articles from 2 outlets: Coast Times (2), Dunmere Post (1).", listed.Statement);
    }

    [Fact]
    public async Task An_opinion_is_not_given_what_was_said_is()
    {
        var reply = await seeds.Newsroom.AskAsync("What does Cho think of the treaty?");

        Assert.Equal("opinion", reply.Request);
        Assert.StartsWith("I cannot know what Cho thinks.", reply.Statement, StringComparison.Ordinal);
        Assert.Contains(reply.Answer.Sentences, sentence => sentence.Text.Contains("Cho", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Who is Antony Blinken?", "Secretary of State Antony Blinken")]
    [InlineData("who is yoko kamikawa", "Japanese Foreign Minister Yoko Kamikawa")]
    [InlineData("Where is Komsomolsk-on-Amur?", "the eastern city of Komsomolsk-on-Amur")]
    public async Task Who_and_where_are_told_by_what_stands_beside_the_name(string question, string holds)
    {
        var reply = await seeds.Newsroom.AskAsync(question);

        Assert.NotNull(reply.Request);
        Assert.Contains(holds, Assert.Single(reply.Answer.Sentences).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_not_be_seen_is_neither_counted_nor_told()
    {
        var before = await invented.Newsroom.AskAsync(
            new IncomingMessage("How many articles are about the ferry?") { AsOf = new DateOnly(2024, 5, 31) }
        );
        Assert.StartsWith("The coverage has 1 article about", before.Statement, StringComparison.Ordinal);

        var elsewhere = await invented.Newsroom.AskAsync(new IncomingMessage("Brief me") { Collections = ["elsewhere"] });
        Assert.Empty(elsewhere.Answer.Sentences);
    }

    [Fact]
    public async Task Every_sentence_of_a_request_is_word_for_word_in_what_it_cites()
    {
        foreach (
            string request in (string[])
                ["brief me", "timeline", "list all articles", "compare Blinken and Kishida", "who reported on the treaty"]
        )
        {
            var reply = await seeds.Newsroom.AskAsync(request);
            Assert.All(
                reply.Answer.Sentences,
                sentence =>
                    Assert.Contains(
                        reply.Answer.Citations,
                        citation =>
                            sentence.Citations.Contains(citation.Number) && citation.Quote.Contains(sentence.Text, StringComparison.Ordinal)
                    )
            );
            Assert.Equal(ComposerKind.Extractive, reply.Answer.Composer);
            Assert.Equal(0, reply.Answer.Dropped);
        }
    }

    private async Task<string?> ReadAsync(string text)
    {
        try
        {
            return (await seeds.Newsroom.AskAsync(text)).Request;
        }
        catch (InvalidQuestionException)
        {
            return "turned away";
        }
    }
}
