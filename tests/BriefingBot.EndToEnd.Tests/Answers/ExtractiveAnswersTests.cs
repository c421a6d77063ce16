using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.EndToEnd.Tests.Answers;

public sealed class ExtractiveAnswersTests(InventedNewsroom news) : IClassFixture<InventedNewsroom>
{
    [Theory]
    [InlineData("How many passengers of the Brakewater ferry were rescued?", "212", "ferry")]
    [InlineData("Why did Captain Brandt leave port against advice?", "two hours late", "ferry")]
    [InlineData("Whom did the inquiry into the ferry accident blame?", "Hugo Brandt", "ferry-inquiry")]
    [InlineData("When did the Arnfield library reopen?", "Monday", "library")]
    [InlineData("How much did Arnfield spend on the repairs of its library?", "4.5 million", "library")]
    [InlineData("Who called the promise a victory for bakeries?", "Marta Quill", "strike")]
    public async Task Answers_with_the_sentence_that_says_it(string question, string holds, string article)
    {
        var reply = await news.Newsroom.AskAsync(question);

        Assert.Contains(holds, reply.Text(), StringComparison.Ordinal);
        Assert.Equal(article, reply.Cited()[0]);
    }

    [Fact]
    public async Task A_quotation_keeps_its_speaker()
    {
        var reply = await news.Newsroom.AskAsync("What did Peter Lind, a passenger of the ferry, say about the bang and the water?");

        Assert.Contains(
            "\"We heard a bang. Then the water came. Nobody screamed,\" said Peter Lind",
            reply.Text(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_caption_is_quoted_only_where_nothing_else_says_it()
    {
        var told = await news.Newsroom.AskAsync("Where did the Brakewater ferry sink?");
        Assert.DoesNotContain(told.Answer.Citations, citation => Kind(told, citation.Passage) == PassageKind.Caption);

        var shown = await news.Newsroom.AskAsync("Where did rescuers bring passengers of the ferry ashore?");
        Assert.Contains(shown.Answer.Citations, citation => Kind(shown, citation.Passage) == PassageKind.Caption);
    }

    [Fact]
    public async Task No_fact_is_told_twice()
    {
        var reply = await news.Newsroom.AskAsync("What happened to the Brakewater ferry off Dunmere?");

        Assert.False(reply.Answer.Abstained);
        Assert.InRange(reply.Answer.Sentences.Count, 1, 4);
        var sentences = reply.Answer.Sentences.Select(sentence => sentence.Text).ToList();
        Assert.Equal(sentences.Count, sentences.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain("Brakewater ferry sinks off Dunmere, all rescued", sentences);
        Assert.Single(sentences, sentence => sentence.Contains("sank off Dunmere", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fact_that_two_papers_report_in_their_own_words_is_told_once()
    {
        await using var newsroom = await Newsroom.OpenAsync(
            "2024-07-01",
            (
                "post.txt",
                "Eastwold dam closed\n\nJune 2, 2024\n\nThe Eastwold dam was closed on Sunday after engineers had "
                    + "found cracks in its wall. Visitors were sent home by the police."
            ),
            (
                "times.txt",
                "Cracks in the dam\n\nJune 2, 2024\n\nAfter cracks were found in its wall by engineers, the dam of "
                    + "Eastwold was closed on Sunday. The power station has to stop for a month."
            )
        );

        var reply = await newsroom.AskAsync("Why was the Eastwold dam closed on Sunday?");

        Assert.Equal(["post", "times"], reply.Found().Order(StringComparer.Ordinal));
        Assert.Single(reply.Answer.Sentences, sentence => sentence.Text.Contains("closed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sentences_of_one_paragraph_stand_in_the_order_of_the_article()
    {
        var reply = await news.Newsroom.AskAsync("Did the Brakewater ferry sink and were all passengers rescued?");

        string text = reply.Text();
        Assert.Contains("the coast guard said. All 212 passengers were rescued.", text, StringComparison.Ordinal);
        Assert.Single(
            reply.Answer.Citations,
            citation =>
                citation.Quote.Contains("212", StringComparison.Ordinal) && citation.Quote.Contains("sank", StringComparison.Ordinal)
        );
        int second = reply.Answer.Sentences.ToList().FindIndex(sentence => sentence.Text.StartsWith("All 212", StringComparison.Ordinal));
        Assert.False(reply.Answer.Sentences[second].StartsParagraph);
    }

    [Theory]
    [InlineData("Who wrote the story about the fire in the Arnfield library?", "Tomas Weller", "library")]
    [InlineData("Which reporter wrote about the inquiry into the ferry accident?", "Ida Kestrel", "ferry-inquiry")]
    public async Task The_author_is_read_from_the_line_that_names_them(string question, string author, string article)
    {
        var reply = await news.Newsroom.AskAsync(question);

        Assert.Equal([article], reply.Cited());
        var line = Assert.Single(reply.Answer.Citations, citation => citation.Quote.Contains(author, StringComparison.Ordinal));
        Assert.Equal(PassageKind.Byline, Kind(reply, line.Passage));
    }

    [Fact]
    public async Task What_somebody_never_said_is_not_put_into_their_mouth()
    {
        var said = await news.Newsroom.AskAsync("What did Marta Quill say about the promise to the bakers?");
        Assert.Contains("a victory for every bakery", said.Text(), StringComparison.Ordinal);

        var never = await news.Newsroom.AskAsync("What did Anna Vogt say about the strike of the bakers of Farrowby?");
        Assert.DoesNotContain("Quill", never.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_of_publication_is_cited_from_the_article_that_was_meant()
    {
        var dated = await news.Newsroom.AskAsync("When was the article about the fire in the Arnfield library published?");
        Assert.Equal(["library"], dated.Cited());
        Assert.Contains("March 11, 2024", dated.Text(), StringComparison.Ordinal);

        var undated = await news.Newsroom.AskAsync("When was the article about the bakers of Farrowby published?");
        Assert.True(undated.Answer.Abstained, undated.Text());
    }

    [Fact]
    public async Task Which_reports_mention_something_gets_one_sentence_an_article()
    {
        var reply = await news.Newsroom.AskAsync("Which reports mention Captain Brandt?");

        Assert.Equal(["ferry", "ferry-inquiry"], reply.Cited().Order(StringComparer.Ordinal));
        Assert.Equal(2, reply.Answer.Sentences.Count);
        Assert.All(reply.Answer.Sentences, sentence => Assert.Contains("Brandt", sentence.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_without_a_topic_gets_what_happened_article_by_article()
    {
        var month = await news.Newsroom.AskAsync("What happened in May 2024?");
        Assert.Equal(["ferry"], month.Cited());
        Assert.Contains("sank", month.Text(), StringComparison.Ordinal);

        var newest = await news.Newsroom.AskAsync("What is the latest news?");
        Assert.Equal(["library", "ferry", "ferry-inquiry", "strike"], newest.Cited());

        Assert.Equal(newest.Cited(), (await news.Newsroom.AskAsync("What is new?")).Cited());

        var nothing = await news.Newsroom.AskAsync("What happened in 2021?");
        Assert.True(nothing.Answer.Abstained);
    }

    [Fact]
    public async Task A_conversation_of_three_turns_stays_with_its_topic()
    {
        const string first = "Who was blamed by the inquiry into the ferry accident?";
        var second = await news.Newsroom.AskAsync("Which judge wrote its report?", first);
        var third = await news.Newsroom.AskAsync("And how many pages does it have?", first, "Which judge wrote its report?");

        Assert.Contains("Clara Moss", second.Text(), StringComparison.Ordinal);
        Assert.Contains("340", third.Text(), StringComparison.Ordinal);
    }

    private static PassageKind Kind(Core.Conversations.OutgoingMessage reply, PassageId passage) =>
        reply.Retrieved.Passages.Select(found => found.Passage).Single((StoredPassage found) => found.Id == passage).Kind;
}
