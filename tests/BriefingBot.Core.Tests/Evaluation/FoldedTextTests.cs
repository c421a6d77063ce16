using BriefingBot.Evaluation;
using Xunit;

namespace BriefingBot.Core.Tests.Evaluation;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("About 8,000 TROOPS", "about 8000 troops")]
    [InlineData("12,345,678 people", "12345678 people")]
    [InlineData("On May 3, 2024", "on may 3, 2024")]
    [InlineData("It’s “new”", "it's \"new\"")]
    [InlineData("Kim‑Putin – talks — again", "kim-putin - talks - again")]
    [InlineData("  two\n\nlines\u00A0here ", "two lines here")]
    public void Spellings_that_do_not_matter_are_equal(string text, string folded) => Assert.Equal(folded, FoldedText.Of(text));

    [Theory]
    [InlineData("8,000", "80,00")]
    [InlineData("2.5", "25")]
    [InlineData("1, 200", "1200")]
    [InlineData("did not", "did")]
    public void Other_facts_stay_other_facts(string one, string other) => Assert.NotEqual(FoldedText.Of(one), FoldedText.Of(other));

    [Fact]
    public void A_comma_before_more_than_three_digits_separates_no_thousands() => Assert.Equal("in 5,2024", FoldedText.Of("in 5,2024"));
}
