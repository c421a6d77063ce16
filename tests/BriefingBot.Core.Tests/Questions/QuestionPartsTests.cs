using BriefingBot.Core.Questions;
using Xunit;

namespace BriefingBot.Core.Tests.Questions;

public sealed class QuestionPartsTests
{
    [Theory]
    [InlineData("Who resigned, and why?", "Who resigned?", "Why resigned?")]
    [InlineData(
        "When did the bridge close and how many ferries replace it?",
        "When did the bridge close?",
        "How many ferries replace it, about the bridge close?"
    )]
    [InlineData(
        "Who signed the treaty in Oslo? What does it limit?",
        "Who signed the treaty in Oslo?",
        "What does it limit, about signed the treaty in Oslo?"
    )]
    [InlineData("What did Anna Berg sign, and who won the cup in Qatar?", "What did Anna Berg sign?", "Who won the cup in Qatar?")]
    public void A_question_of_two_things_has_two_parts_that_stand_for_themselves(string question, string first, string second)
    {
        var parts = QuestionParts.Split(question);

        Assert.Equal(2, parts.Count);
        Assert.Equal(first, parts[0].Standalone);
        Assert.Equal(second.Split(' ')[0], parts[1].Standalone.Split(' ')[0]);
        Assert.Contains(second.Split(',')[0].TrimEnd('?'), parts[1].Standalone, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Who is the minister who resigned and who was arrested?")]
    [InlineData("What did Russia and North Korea agree?")]
    [InlineData("Compare Seoul and Tokyo")]
    [InlineData("Which player lost 100 pounds on a water fast, which experts warn can be dangerous?")]
    [InlineData("In what may be the largest of all fires, how many cows died?")]
    [InlineData("The minister who resigned and who was arrested")]
    [InlineData("Who spoke with Blinken by phone?")]
    [InlineData("")]
    public void A_question_of_one_thing_stays_whole(string question) => Assert.Single(QuestionParts.Split(question));
}
