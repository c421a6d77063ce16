using BriefingBot.Core.Questions;
using Xunit;

namespace BriefingBot.Core.Tests.Questions;

public sealed class NumberFormsTests
{
    [Theory]
    [InlineData("Do 8000 people live there?", "8,000")]
    [InlineData("Do 8000 people live there?", "eight thousand")]
    [InlineData("Do eight thousand people live there?", "8,000")]
    [InlineData("Which site cost $900m?", "900 million")]
    [InlineData("What costs 310,000,000 dollars?", "310 million")]
    [InlineData("Was the vote 9-4?", "nine to four")]
    [InlineData("Did 11 million passengers fly?", "eleven million")]
    [InlineData("Were 45 birds killed?", "forty-five")]
    public void A_number_is_known_in_the_forms_that_news_writes(string question, string form) =>
        Assert.Contains(form, NumberForms.Find(question).SelectMany(found => found.Forms));

    [Theory]
    [InlineData("What happened to the B-52 bomber?")]
    [InlineData("Who is Player One?")]
    public void Names_with_numbers_in_them_are_no_numbers(string question) => Assert.Empty(NumberForms.Find(question));

    [Fact]
    public void A_number_is_one_term_in_any_form()
    {
        const string question = "Did 1200 islanders sign the claim?";
        var term = Assert.Single(
            QuestionAnalyzer.Analyze(question, question, question.Length, new DateOnly(2024, 7, 1)).Terms,
            term => term.IsNumber
        );
        Assert.Contains(term.Forms, form => form.SequenceEqual(["1", "200"]));
    }
}
