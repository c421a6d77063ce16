using BriefingBot.Core.Answering.Extractive.Refusing;
using BriefingBot.Core.Answering.Extractive.Scoring;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using Xunit;

namespace BriefingBot.Core.Tests.Answering.Extractive;

public sealed class AgeOfPersonTests
{
    [Theory]
    [InlineData("The 62-year-old Ruiz left the stage.")]
    [InlineData("The 62-year-old former mayor Ana Ruiz left the stage.")]
    [InlineData("Ana Ruiz, 62, left the stage.")]
    [InlineData("Ruiz, who turned 62 in May, left the stage.")]
    [InlineData("Ruiz is 62 years old.")]
    [InlineData("Ruiz was 62 when she left the stage.")]
    [InlineData("At age 62, the singer Ana Ruiz left the stage.")]
    [InlineData("Ana Ruiz, the singer, died on Monday at the age of 62.")]
    [InlineData("Ana Ruiz died at the age of 62.")]
    [InlineData("Fans came for Ruiz's 62nd birthday.")]
    public void A_sentence_that_gives_the_age_of_whoever_is_asked_about_stays(string sentence) =>
        Assert.Single(Left("How old is Ana Ruiz?", sentence));

    [Theory]
    [InlineData("Ana Ruiz met 13-year-old Tom Berg.")]
    [InlineData("The 13-year-old Tom Berg met Ana Ruiz.")]
    [InlineData("Ana Ruiz hopes for vaccines for children under 12 years old.")]
    [InlineData("Ruiz was 30 points behind.")]
    [InlineData("Ruiz (186) and Berg (62) lead the list.")]
    [InlineData("Tom Berg, 40, thanked Ana Ruiz.")]
    public void An_age_of_somebody_else_is_no_answer(string sentence) => Assert.Empty(Left("How old is Ana Ruiz?", sentence));

    [Theory]
    [InlineData("How old is the wife of Ana Ruiz?")]
    [InlineData("How old is Ana Ruiz's daughter?")]
    [InlineData("How old is the bridge?")]
    [InlineData("Who is Ana Ruiz?")]
    public void Other_questions_are_left_alone(string question) => Assert.Single(Left(question, "Ana Ruiz met 13-year-old Tom Berg."));

    [Fact]
    public void When_it_was_is_no_part_of_the_name() =>
        Assert.Single(Left("How old was Ana Ruiz when she was elected to Congress?", "At age 25, Ana Ruiz was elected."));

    private static List<ScoredSentence> Left(string asked, string sentence)
    {
        var question = QuestionAnalyzer.Analyze(asked, asked, asked.Length, new DateOnly(2024, 6, 25));
        var passage = Sample.Retrieved(Sample.Passage(sentence)).Passages[0];
        List<ScoredSentence> scored = [new(passage, 0, new TermCoverage(question.Terms).Of(passage.Sentences[0].Words), default, 0)];
        AgeOfPerson.Limit(question, scored);
        return scored;
    }
}
