using BriefingBot.Core.Retrieval;
using Xunit;

namespace BriefingBot.Core.Tests.Retrieval;

public sealed class NearSpellingsTests
{
    [Theory]
    [InlineData("okaro", "okoro")]
    [InlineData("Skery", "skerry")]
    [InlineData("Maarlow", "marlow")]
    [InlineData("laywer", "lawyer")]
    [InlineData("Kishda", "kishida")]
    public void A_word_with_one_slip_has_the_right_one_among_its_spellings(string word, string right) =>
        Assert.Contains(right, NearSpellings.Of(word));

    [Theory]
    [InlineData("Kim")]
    [InlineData("tanks1")]
    public void Short_words_and_words_with_digits_are_left_alone(string word) => Assert.Empty(NearSpellings.Of(word));

    [Fact]
    public void The_first_letter_stays() => Assert.DoesNotContain("banks", NearSpellings.Of("tanks"));
}
