using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions;
using Xunit;

namespace BriefingBot.Core.Tests.Questions;

public sealed class QuestionAnalyzerTests
{
    private static readonly DateOnly AsOf = new(2024, 7, 17);

    [Theory]
    [InlineData("Who opened the harbour?", AnswerKind.Name)]
    [InlineData("Which company built the tram line?", AnswerKind.Name)]
    [InlineData("Where did the ministers meet?", AnswerKind.Place)]
    [InlineData("In which city did the ministers meet?", AnswerKind.Place)]
    [InlineData("When did the bridge fall?", AnswerKind.Time)]
    [InlineData("In what year was the bridge built?", AnswerKind.Time)]
    [InlineData("How many houses were flooded?", AnswerKind.Number)]
    [InlineData("What was the price of the library?", AnswerKind.Number)]
    [InlineData("Why did the mayor resign?", AnswerKind.Reason)]
    [InlineData("What caused the flood?", AnswerKind.Reason)]
    [InlineData("What is the Harbour Council?", AnswerKind.Definition)]
    [InlineData("What does HCG stand for?", AnswerKind.Definition)]
    [InlineData("Who wrote the article about the flood?", AnswerKind.Author)]
    [InlineData("Which reporter covered the flood?", AnswerKind.Author)]
    [InlineData("Which reports mention the tram line?", AnswerKind.Articles)]
    [InlineData("What did the council decide about trams?", AnswerKind.Statement)]
    [InlineData("What did Mayor Vogt say about trams?", AnswerKind.Saying)]
    [InlineData("Did the council decide about trams?", AnswerKind.YesNo)]
    [InlineData("When was the article about the flood published?", AnswerKind.Publication)]
    [InlineData("Who wrote the new tram law?", AnswerKind.Name)]
    public void Knows_what_kind_of_thing_would_answer(string question, AnswerKind kind) => Assert.Equal(kind, Analyze(question).Kind);

    [Theory]
    [InlineData("What did mayor Anna Vogt tell Brakewater?", "Anna Vogt Brakewater")]
    [InlineData("Anna Vogt spoke to whom?", "Anna Vogt")]
    [InlineData("Moscow said what?", "Moscow")]
    [InlineData("Ministers met whom?", "")]
    [InlineData("How did the 27 members of the HCG vote?", "27 HCG")]
    [InlineData("When will the US sign?", "US")]
    [InlineData("can you tell us who signed?", "")]
    public void Names_are_what_is_capitalized_inside_the_question(string question, string names) =>
        Assert.Equal(names, string.Join(' ', Analyze(question).Terms.Where(term => term.IsName).Select(term => term.Surface)));

    [Theory]
    [InlineData("What did mayor Anna Vogt say about the trams of Dunmere?", "anna vogt")]
    [InlineData("What does the treaty between Arnfield and Dunmere say about tolls?", "treati")]
    [InlineData("What did the council decide about trams?", "")]
    public void Knows_whose_words_are_asked_for(string question, string speaker) =>
        Assert.Equal(speaker, string.Join(' ', Analyze(question).Speaker));

    [Fact]
    public void A_question_in_capitals_has_words_but_no_names()
    {
        var question = Analyze("WHAT DID MAYOR ANNA VOGT SAY ABOUT THE NEW HARBOUR?");
        Assert.DoesNotContain(question.Terms, term => term.IsName);
        Assert.Equal(
            Analyze("what did mayor anna vogt say about the new harbour?").Terms.Select(term => term.Stem),
            question.Terms.Select(term => term.Stem)
        );
    }

    [Theory]
    [InlineData("Кто открыл порт?")]
    [InlineData("誰が港を開いたのか")]
    [InlineData("من افتتح الميناء؟")]
    public void A_question_in_another_script_has_words_to_look_up(string question) => Assert.NotEmpty(Analyze(question).Terms);

    [Fact]
    public void Operators_are_no_words()
    {
        var question = Analyze("\"harbour\" NEAR(tram*, 5) -library ^title:bridge' OR 1=1; DROP TABLE passages; --");
        Assert.All(question.Terms, term => Assert.All(term.Stem, unit => Assert.True(char.IsAsciiLetterOrDigit(unit))));
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal) { "harbour", "tram" },
            question.Terms.Select(term => term.Stem).ToHashSet(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_word_counts_once_and_the_words_of_the_period_not_at_all() =>
        Assert.Equal(
            ["harbour", "open"],
            Analyze("When was the harbour opened, the harbour, in May 2024?").Terms.Select(term => term.Stem)
        );

    [Fact]
    public void What_was_carried_over_is_marked()
    {
        const string own = "And the cost";
        var question = QuestionAnalyzer.Analyze(own + "?", own + " (the harbour of Brakewater)?", own.Length, AsOf);
        Assert.Equal(["cost:False", "harbour:True", "Brakewater:True"], question.Terms.Select(term => $"{term.Surface}:{term.IsCarried}"));
    }

    [Fact]
    public void A_named_month_with_its_year_limits_and_one_without_only_hints()
    {
        TimeWindow may = new(new DateOnly(2024, 5, 1), new DateOnly(2024, 5, 31));
        var limited = Analyze("What did the council decide on trams in May 2024?");
        var hinted = Analyze("What did the council decide on trams in May?");
        Assert.Equal((may, null), (limited.Window!.Value, limited.HintedWindow));
        Assert.Equal((null, may), (hinted.Window, hinted.HintedWindow!.Value));
    }

    [Fact]
    public void Without_a_topic_even_a_month_without_its_year_limits()
    {
        var question = Analyze("What happened in May?");
        Assert.True(question.IsOverview);
        Assert.Equal(new TimeWindow(new DateOnly(2024, 5, 1), new DateOnly(2024, 5, 31)), question.Window);
    }

    [Fact]
    public void News_of_a_day_may_be_printed_two_days_later() =>
        Assert.Equal(
            new TimeWindow(new DateOnly(2024, 5, 3), new DateOnly(2024, 5, 5)),
            Analyze("Which tram line opened on May 3, 2024?").Window
        );

    [Fact]
    public void A_period_to_come_is_what_reports_are_about_and_limits_nothing() =>
        Assert.Null(Analyze("What does the council plan for 2030?").Window);

    [Theory]
    [InlineData("What is the latest news?", true)]
    [InlineData("What happened recently?", true)]
    [InlineData("What happened last week?", true)]
    [InlineData("Any news from June 2024?", true)]
    [InlineData("What is new?", true)]
    [InlineData("Any news?", true)]
    [InlineData("What is the latest on the tram line?", false)]
    [InlineData("Who opened the tram line?", false)]
    public void A_question_that_names_no_topic_asks_for_an_overview(string question, bool overview) =>
        Assert.Equal(overview, Analyze(question).IsOverview);

    [Theory]
    [InlineData("What is the latest on the tram line?", true)]
    [InlineData("Has the tram line opened recently?", true)]
    [InlineData("Who opened the tram line?", false)]
    public void Knows_who_wants_the_newest(string question, bool recent) => Assert.Equal(recent, Analyze(question).PrefersRecent);

    [Theory]
    [InlineData("What repairs is the council planning?", false)]
    [InlineData("Which repairs does the council plan to make?", false)]
    [InlineData("What repairs is the council considering?", false)]
    [InlineData("What did the council plan at its meeting?", true)]
    [InlineData("Who drew the plan?", true)]
    public void A_verb_that_closes_a_question_about_what_is_to_come_is_no_content(string question, bool isContent) =>
        Assert.Equal(isContent, Analyze(question).Terms.Any(term => term.Stem is "plan" or "consid"));

    private static Question Analyze(string question) => QuestionAnalyzer.Analyze(question, question, question.Length, AsOf);
}
