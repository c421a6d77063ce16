using BriefingBot.Core.Text;
using Xunit;

namespace BriefingBot.Core.Tests.Text;

public sealed class WordListTests
{
    [Theory]
    [InlineData("the", true)]
    [InlineData("This", true)]
    [InlineData("having", true)]
    [InlineData("harbour", false)]
    [InlineData("minister", false)]
    public void Words_without_a_topic_are_stop_words(string word, bool stops) =>
        Assert.Equal(stops, StopWords.Contains(WordTokenizer.Stem(word)));

    [Theory]
    [InlineData("Moscow", "Russia")]
    [InlineData("Seoul", "Korean")]
    [InlineData("Tokyo", "Japanese")]
    [InlineData("Kyiv", "Ukrainians")]
    [InlineData("Washington", "US")]
    [InlineData("London", "British")]
    public void A_capital_and_a_people_speak_of_their_country(string one, string other)
    {
        int group = CountryNames.GroupOf(WordTokenizer.Stem(one));
        Assert.True(group >= 0);
        Assert.Equal(group, CountryNames.GroupOf(WordTokenizer.Stem(other)));
    }

    [Fact]
    public void Every_word_for_a_country_stands_for_one_country_only()
    {
        string[] capitals =
        [
            "Moscow",
            "Seoul",
            "Tokyo",
            "Kyiv",
            "London",
            "Paris",
            "Rome",
            "Madrid",
            "Vienna",
            "Berne",
            "Cairo",
            "Tehran",
            "Baghdad",
            "Athens",
            "Oslo",
            "Lima",
            "Minsk",
            "Sofia",
            "Riga",
            "Berlin",
        ];
        int[] groups = [.. capitals.Select(WordTokenizer.Stem).Select(CountryNames.GroupOf).Where(group => group >= 0)];
        Assert.Equal(groups.Length, groups.Distinct().Count());
    }

    [Theory]
    [InlineData("harbour")]
    [InlineData("summit")]
    public void Other_words_stand_for_no_country(string word) => Assert.Equal(-1, CountryNames.GroupOf(WordTokenizer.Stem(word)));
}
