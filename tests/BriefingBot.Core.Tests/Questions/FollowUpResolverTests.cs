using BriefingBot.Core.Questions;
using Xunit;

namespace BriefingBot.Core.Tests.Questions;

public sealed class FollowUpResolverTests
{
    private static readonly DateOnly AsOf = new(2024, 7, 17);

    [Theory]
    [InlineData("When was that?", "Who opened the harbour of Brakewater?", "open harbour brakewat")]
    [InlineData("And how many of them were flooded?", "Which houses stand near the river Arn?", "flood hous river arn")]
    [InlineData("How much did it cost?", "Who built the Dunmere tram line?", "cost built dunmer tram line")]
    [InlineData("Where did he say so?", "What did Peter Lind say about the bridge?", "peter lind bridg")]
    [InlineData("Why?", "Which mayor resigned in Coldharbor?", "mayor resign coldharbor")]
    [InlineData("Who else?", "Which ministers met in Eastwold?", "minist met eastwold")]
    [InlineData("And then?", "What did the council decide about the market hall?", "council decid market hall")]
    [InlineData("Is she still in office?", "Did Mayor Anna Vogt lose the vote?", "offic mayor anna vogt vote")]
    [InlineData("What did their lawyers say?", "Did the bakers of Farrowby sue the council?", "lawyer baker farrowbi")]
    [InlineData("By whom?", "Was the library of Arnfield sold?", "librari arnfield sold")]
    [InlineData(
        "What does that agreement say about tolls?",
        "Did Arnfield and Dunmere sign an agreement?",
        "agreement toll arnfield dunmer"
    )]
    [InlineData("Which one is older?", "Which bridges cross the Arn in Eastwold?", "older bridg arn eastwold")]
    [InlineData("What was built there?", "What did the council decide about Harbour Street?", "built harbour street")]
    public void A_follow_up_takes_its_topic_from_the_question_before(string followUp, string before, string stems)
    {
        var terms = Terms(followUp, before).Select(term => term.Stem).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(stems.Split(' ').ToHashSet(StringComparer.Ordinal), terms);
    }

    [Theory]
    [InlineData("What about Dunmere?", "When did the tram line open in Arnfield?", "When did the tram line open in Dunmere?")]
    [InlineData("And Dunmere?", "When did the tram line open in Arnfield?", "When did the tram line open in Dunmere?")]
    [InlineData("How about Peter Lind?", "What did the mayor tell Anna Vogt?", "What did the mayor tell Peter Lind?")]
    public void What_about_asks_the_same_of_another(string followUp, string before, string standalone) =>
        Assert.Equal(standalone, FollowUpResolver.Resolve(followUp, [before]).Text);

    [Fact]
    public void The_words_of_this_turn_come_first_and_what_was_carried_is_known()
    {
        var resolved = FollowUpResolver.Resolve("How much did it cost?", ["Who built the Dunmere tram line?"]);
        Assert.StartsWith("How much did it cost", resolved.Text, StringComparison.Ordinal);
        Assert.Equal("How much did it cost".Length, resolved.OwnLength);
        var carried = Terms("How much did it cost?", "Who built the Dunmere tram line?")
            .ToDictionary(term => term.Surface, term => term.IsCarried, StringComparer.Ordinal);
        Assert.False(carried["cost"]);
        Assert.True(carried["Dunmere"]);
    }

    [Theory]
    [InlineData(
        "How old is he?",
        "Who is the prime minister of Japan?",
        "Yoon Suk Yeol met Japanese Prime Minister Fumio Kishida in Washington.",
        "How old is Fumio Kishida?"
    )]
    [InlineData(
        "And what did she say?",
        "Who is the lawyer of the islanders?",
        "Their lawyer, Dana Okoro, said the council had not asked.",
        "What did Dana Okoro say?"
    )]
    [InlineData("Who are his lawyers?", "Was Peter Lind arrested?", "", "Who are Peter Lind’s lawyers, after “Was Peter Lind arrested”?")]
    public void A_pronoun_means_the_person_of_the_question_before_or_of_its_answer(
        string followUp,
        string before,
        string answer,
        string standalone
    ) => Assert.Equal(standalone, FollowUpResolver.Resolve(followUp, [before], answer).Text);

    [Theory]
    [InlineData("How many were killed?", "What happened at the paper mill in Carrow?", "How many were killed at the paper mill in Carrow?")]
    [InlineData(
        "How many people were killed?",
        "What happened at the paper mill in Carrow?",
        "How many people were killed at the paper mill in Carrow?"
    )]
    public void What_was_left_out_is_the_event_of_the_question_before(string followUp, string before, string standalone) =>
        Assert.Equal(standalone, FollowUpResolver.Resolve(followUp, [before]).Text);

    [Fact]
    public void The_matter_before_is_spoken_of_as_a_statement_would() =>
        Assert.Equal(
            "When was that, about measures Seoul is planning in response to the treaty?",
            FollowUpResolver.Resolve("And when was that?", ["What measures is Seoul planning in response to the treaty?"]).Text
        );

    [Fact]
    public void A_chain_of_follow_ups_keeps_its_topic()
    {
        var stems = Terms("And how long did that take?", "Who built the Dunmere tram line?", "When was that?", "How much did it cost?")
            .Select(term => term.Surface)
            .ToHashSet(StringComparer.Ordinal);
        Assert.Superset(new HashSet<string>(StringComparer.Ordinal) { "Dunmere", "tram", "line" }, stems);
    }

    [Fact]
    public void A_new_topic_in_between_ends_the_old_one()
    {
        var surfaces = Terms("How much did it cost?", "Who built the Dunmere tram line?", "Who designed the Arnfield library?")
            .Select(term => term.Surface)
            .ToList();
        Assert.Contains("Arnfield", surfaces);
        Assert.DoesNotContain("Dunmere", surfaces);
    }

    [Fact]
    public void The_kind_of_the_follow_up_wins_over_that_of_the_question_before() =>
        Assert.Equal(AnswerKind.Time, Analyze("When was that?", "How many houses were flooded in Arnfield?").Kind);

    [Theory]
    [InlineData("Why?")]
    [InlineData("When was that?")]
    [InlineData("And Dunmere?")]
    public void Without_history_nothing_is_added(string question)
    {
        Assert.Equal(question, FollowUpResolver.Resolve(question, []).Text);
        Assert.Equal(question, FollowUpResolver.Resolve(question, ["", "  "]).Text);
    }

    [Fact]
    public void A_long_conversation_of_long_follow_ups_stays_short()
    {
        string[] history = ["Who built the Dunmere tram line?", .. Enumerable.Repeat("And what did they say about that then?", 40)];
        Assert.InRange(FollowUpResolver.Resolve("And why did they?", history).Text.Length, 10, 4000);
    }

    [Theory]
    [MemberData(nameof(StandaloneQuestions))]
    public void A_question_that_stands_for_itself_stays_as_it_is(string question) =>
        Assert.Equal(
            question,
            FollowUpResolver.Resolve(question, ["Who built the Dunmere tram line?", "What did Anna Vogt say about the bridge?"]).Text
        );

    public static TheoryData<string> StandaloneQuestions { get; } =
    [
        "Who opened the harbour of Brakewater?",
        "When did the Arnfield library open?",
        "How many houses were flooded in Eastwold?",
        "What did Mayor Vogt tell the council?",
        "Why did the bakers of Farrowby strike?",
        "Where did the ministers meet on Thursday?",
        "What is the Harbour Council?",
        "Which towns share the new power station?",
        "What happened in Coldharbor last week?",
        "What is the latest on the market hall?",
        "Who is there to run the library of Arnfield?",
        "How much money did the province give Dunmere?",
        "Did the council of Arnfield vote on tolls?",
        "Is there a plan to close the Eastwold school?",
        "Are there any reports on the Farrowby bridge?",
        "What reports mention the power station?",
        "Which articles are about floods?",
        "Who wrote the article about the tram line?",
        "What did engineers find before the Coldharbor dam broke?",
        "How long will the repairs of the sea wall take?",
        "What was agreed at the Eastwold summit?",
        "Has the price of bread risen in Farrowby?",
        "Who won the election in Brakewater?",
        "What did critics say about the new market hall?",
        "When will the second tram line be built?",
        "What sanctions did the province impose on the harbour company?",
        "How did the fire at the power station start?",
        "What does the treaty between Arnfield and Dunmere say?",
        "Who leads the inquiry into the bridge collapse?",
        "Which company repaired the northern wall?",
        "What did Peter Lind say about his childhood?",
        "Did Anna Vogt keep her promise to the fishermen?",
        "How did the council defend its budget?",
        "What do farmers say about their losses in the flood?",
        "Which minister said that the ground was too soft?",
        "What was said this week about the ferry to Eastwold?",
        "Who met the fishermen on the same day as the council?",
        "How old is the market hall of Farrowby?",
        "What caused the delay of the Dunmere tram?",
        "Was one of the engineers arrested in Coldharbor?",
    ];

    private static IReadOnlyList<QuestionTerm> Terms(string followUp, params string[] history) => Analyze(followUp, history).Terms;

    private static Question Analyze(string followUp, params string[] history)
    {
        var resolved = FollowUpResolver.Resolve(followUp, history);
        return QuestionAnalyzer.Analyze(followUp, resolved.Text, resolved.OwnLength, AsOf);
    }
}
