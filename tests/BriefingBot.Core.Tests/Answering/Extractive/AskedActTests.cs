using BriefingBot.Core.Answering.Extractive.Refusing;
using BriefingBot.Core.Answering.Extractive.Scoring;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using Xunit;

namespace BriefingBot.Core.Tests.Answering.Extractive;

public sealed class AskedActTests
{
    [Theory]
    [InlineData("Did Japan condemn the treaty?", "condemn")]
    [InlineData("Did Spirit shareholders approve the merger?", "approve")]
    [InlineData("Did the Brakewater ferry sink?", "sink")]
    [InlineData("Did Kansas ban abortion?", "ban")]
    [InlineData("Did activists throw soup at the painting?", "throw")]
    [InlineData("Did Kim Jong-un visit Moscow?", "visit")]
    [InlineData("Did Prime Minister Liz Truss resign?", "resign")]
    [InlineData("Has the writers strike ended?", "ended")]
    [InlineData("Was Elizabeth Holmes acquitted?", "acquitted")]
    [InlineData("Is TikTok banned in the United States?", "banned")]
    [InlineData("Is Bob Iger returning to Disney?", "returning")]
    [InlineData("Is abortion legal in Kansas?", "legal")]
    [InlineData("Is the mayor of Los Angeles a woman?", "woman")]
    [InlineData("And did Wales not win?", "win")]
    [InlineData("Did Rite Aid file for bankruptcy?", "bankruptcy")]
    [InlineData("Did Tim Scott announce a campaign?", "campaign")]
    [InlineData("Did they win?", null)]
    [InlineData("Who won the cup?", null)]
    [InlineData("When did Japan sign the treaty?", null)]
    [InlineData("Did Japan?", null)]
    [InlineData("True or false: golfers of the new league are allowed to compete.", null)]
    public void Reads_what_is_to_have_been_done(string asked, string? act)
    {
        var question = Asked(asked);

        var read = AskedActReader.Read(question);

        Assert.Equal(act, read is [var one] ? question.Terms[(int)ulong.TrailingZeroCount(one.Act)].Surface : null);
    }

    [Theory]
    [InlineData("Did Japan condemn the treaty?", "Japan condemned the treaty on Friday.")]
    [InlineData("Did Japan condemn the treaty?", "The treaty was denounced by Japan.")]
    [InlineData("Did Japan condemn the treaty?", "Tokyo condemned the accord at once.")]
    [InlineData("Did Japan condemn the treaty?", "Japan praised the treaty.")]
    [InlineData("Was Elizabeth Holmes acquitted?", "Holmes was found guilty of four counts.")]
    [InlineData("Did activists throw soup at the painting?", "Two activists hurled soup at the painting.")]
    [InlineData("Did the Wolverines win in 2021?", "The Wolverines beat Ohio State in 2021.")]
    [InlineData("Did the Wolverines win in 2021?", "The Wolverines won the game.")]
    public void A_sentence_that_speaks_of_it_stays(string asked, string sentence) => Assert.Single(Left(asked, sentence));

    [Theory]
    [InlineData("Did Japan condemn the treaty?", "Japan signed another treaty.")]
    [InlineData("Did Japan condemn the treaty?", "South Korea condemned the treaty.")]
    [InlineData("Did Japan condemn the treaty?", "The treaty was signed in June.")]
    [InlineData("Did Nicola Sturgeon resign?", "Nicola Sturgeon called for an early vote.")]
    [InlineData("Did the Queen die at Balmoral?", "The Queen stood on the balcony at Balmoral.")]
    [InlineData("Did the Wolverines win in 2021?", "The Wolverines won in 2016.")]
    [InlineData("Did Serena Williams win the French Open?", "A winner of 23 titles, Serena Williams is one behind the record.")]
    [InlineData("Has Kentucky won a national championship in football?", "Kentucky beat Tennessee in the Cotton Bowl.")]
    public void One_of_the_same_topic_does_not(string asked, string sentence) => Assert.Empty(Left(asked, sentence));

    [Fact]
    public void A_sentence_that_points_back_speaks_of_whom_the_one_before_names() =>
        Assert.Equal([1], Left("Did Sturgeon resign?", "Nicola Sturgeon spoke in Edinburgh. She resigned on Friday.").Select(s => s.Index));

    [Fact]
    public void Whatever_holds_all_but_the_act_stays_when_nothing_speaks_of_it() =>
        Assert.Single(
            Left("Was Hunter Biden exonerated of federal tax charges?", "Hunter Biden pleaded guilty to federal tax charges on Tuesday.")
        );

    [Fact]
    public void Where_the_subject_stands_right_before_the_act_comes_first() =>
        Assert.Equal(
            [1, 0],
            Left("Did Trump win the race?", "Biden won more votes in the race than Donald Trump. Donald Trump had lost the race.")
                .Select(s => s.Index)
        );

    [Fact]
    public void Of_two_questions_what_answers_either_stays() =>
        Assert.Equal(
            [0, 2],
            Left(
                    "Did the Brakewater ferry sink and were all passengers rescued?",
                    "The Brakewater ferry sank off the coast. The Brakewater ferry was built in 1990. All 212 passengers were rescued."
                )
                .Select(s => s.Index)
        );

    [Fact]
    public void Of_two_questions_of_which_one_is_not_plain_none_is_read() =>
        Assert.Equal(2, Left("Did the ferry sink and was it old?", "The ferry was built in 1990. It rained.").Count);

    [Fact]
    public void Far_behind_the_best_one_a_sentence_that_speaks_of_it_is_about_something_else() =>
        Assert.Empty(Left("Did Japan condemn the treaty?", "Japan signed the treaty. Japan condemned a launch.", secondBehind: 3));

    private static Question Asked(string text) => QuestionAnalyzer.Analyze(text, text, text.Length, new DateOnly(2024, 6, 25));

    private static List<ScoredSentence> Left(string asked, string text, double secondBehind = 0)
    {
        var question = Asked(asked);
        TermCoverage coverage = new(question.Terms);
        var read = Sample.Retrieved(Sample.Passage(text)).Passages[0];
        var passage = read with { Sentences = [.. read.Sentences.Select(s => s with { Terms = coverage.Of(s.Words) })] };
        var features = default(SentenceFeatures) with { Context = 1 };
        List<ScoredSentence> scored =
        [
            .. passage.Sentences.Select((sentence, i) => new ScoredSentence(passage, i, sentence.Terms, features, -secondBehind * i)),
        ];

        AskedAct.Limit(question, scored);

        return scored;
    }
}
