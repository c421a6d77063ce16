using BriefingBot.Core.Conversations;

namespace BriefingBot.EndToEnd.Tests.Answers;

public sealed class FilteredAnswersTests(InventedNewsroom news) : IClassFixture<InventedNewsroom>
{
    private const string Ferry = "What was said about the Brakewater ferry and Captain Brandt?";

    [Fact]
    public async Task As_of_a_day_nothing_later_is_seen()
    {
        var before = await news.Newsroom.AskAsync(new IncomingMessage(Ferry) { AsOf = new DateOnly(2024, 5, 31) });
        Assert.Contains("ferry", before.Cited());
        Assert.DoesNotContain("ferry-inquiry", before.Found());
        Assert.Equal(new DateOnly(2024, 5, 31), before.Answer.AsOf);

        var onTheDay = await news.Newsroom.AskAsync(new IncomingMessage(Ferry) { AsOf = new DateOnly(2024, 6, 20) });
        Assert.Contains("ferry-inquiry", onTheDay.Found());
    }

    [Fact]
    public async Task A_period_shuts_out_the_others()
    {
        var reply = await news.Newsroom.AskAsync("What was said about the Brakewater ferry and Captain Brandt in June 2024?");

        Assert.Contains("ferry-inquiry", reply.Cited());
        Assert.DoesNotContain("ferry", reply.Found());
        Assert.DoesNotContain("library", reply.Found());
    }

    [Fact]
    public async Task A_relative_period_counts_from_the_day_of_asking()
    {
        var may = await news.Newsroom.AskAsync(new IncomingMessage("What happened last month?") { AsOf = new DateOnly(2024, 6, 28) });
        Assert.Equal(["ferry"], may.Cited());

        var june = await news.Newsroom.AskAsync("What happened last month?");
        Assert.Equal(["ferry-inquiry"], june.Cited());
    }

    [Fact]
    public async Task Undated_articles_may_answer_a_question_with_a_topic_and_never_one_without()
    {
        var topic = await news.Newsroom.AskAsync("Why did the bakers of Farrowby end their strike in 2024?");
        Assert.Equal(["strike"], topic.Cited());
        Assert.Null(topic.Answer.Citations[0].Article.Published);

        var overview = await news.Newsroom.AskAsync("What happened in 2024?");
        Assert.DoesNotContain("strike", overview.Cited());
        Assert.NotEmpty(overview.Cited());
    }

    [Fact]
    public async Task A_dated_report_comes_before_a_closer_undated_one_when_a_period_is_asked_for()
    {
        const string dated = """
            Council buys mill

            June 4, 2024 - 08:00 By Ida Kestrel

            The council of Coldharbor bought the old mill on Tuesday and will turn it into a school, the mayor said after the vote.
            """;
        const string undated = """
            Old mill of Coldharbor

            The council of Coldharbor bought the old mill.
            """;
        await using var newsroom = await Newsroom.OpenAsync("2024-07-01", ("a-undated.txt", undated), ("b-dated.txt", dated));

        var anyTime = await newsroom.AskAsync("What did the council of Coldharbor do with the old mill?");
        var june = await newsroom.AskAsync("What did the council of Coldharbor do with the old mill in June 2024?");

        Assert.Equal(["a-undated", "b-dated"], anyTime.Found());
        Assert.Equal(["b-dated", "a-undated"], june.Found());
    }

    [Fact]
    public async Task An_undated_report_answers_for_no_period_long_before_what_it_speaks_of()
    {
        const string undated = """
            Old mill of Coldharbor

            The council of Coldharbor bought the old mill after a vote of the citizens.

            A plan of August 2023 to make it a museum was given up.

            The school is to open in March 2025.
            """;
        await using var newsroom = await Newsroom.OpenAsync("2025-01-10", ("a-undated.txt", undated));

        var anyTime = await newsroom.AskAsync("What did the council of Coldharbor buy?");
        var near = await newsroom.AskAsync("What did the council of Coldharbor buy in October 2024?");
        var before = await newsroom.AskAsync("What did the council of Coldharbor buy in May 2019?");

        Assert.Equal(["a-undated"], anyTime.Cited());
        Assert.DoesNotContain(anyTime.Notes, static note => note.Contains("undated", StringComparison.Ordinal));
        Assert.Equal(["a-undated"], near.Cited());
        Assert.Contains("[1] is undated and may be from another time.", near.Notes);
        Assert.True(before.Answer.Abstained);
        Assert.Contains(
            before.Notes,
            static note =>
                note.StartsWith(
                    "The coverage has nothing on this from May 2019; the newest on it is “Old mill of Coldharbor”",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public async Task Only_the_collections_that_may_be_seen_are_used()
    {
        await using var newsroom = await Newsroom.OpenAsync(
            "2024-07-01",
            (
                "news.jsonl",
                """
                {"id":"open","title":"Dunmere tram","collection":"public","text":"The tram line of Dunmere will open in September, the council said. It has 14 stops."}
                {"id":"closed","title":"Dunmere tram delayed","collection":"desk","text":"The tram line of Dunmere will not open before 2026, a memo of the council says. It has 14 stops."}
                """
            )
        );
        const string question = "When will the tram line of Dunmere open?";

        var open = await newsroom.AskAsync(new IncomingMessage(question) { Collections = ["public"] });
        var none = await newsroom.AskAsync(new IncomingMessage(question) { Collections = [] });
        var all = await newsroom.AskAsync(question);

        Assert.Equal(["open"], open.Found());
        Assert.True(none.Answer.Abstained);
        Assert.Empty(none.Answer.Nearest);
        Assert.Equal(["closed", "open"], all.Found().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Copies_of_one_story_count_as_one_source()
    {
        await using var newsroom = await Newsroom.OpenAsync("2024-07-01", [.. InventedNews.All, InventedNews.FerryCopy]);

        var reply = await newsroom.AskAsync("How many passengers of the Brakewater ferry were rescued?");

        Assert.Contains("212", reply.Text(), StringComparison.Ordinal);
        Assert.Single(reply.Answer.Sentences, sentence => sentence.Text.Contains("212", StringComparison.Ordinal));
        var source = reply.Retrieved.Passages.First(passage => passage.Passage.Id == reply.Answer.Citations[0].Passage);
        Assert.Equal(2, source.Copies);
    }
}
