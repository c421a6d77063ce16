using BriefingBot.Core.Answering;
using Xunit;

namespace BriefingBot.Core.Tests.Answering;

public sealed class FactExtractorTests
{
    [Theory]
    [InlineData("About 8,000 of 12,345,678 people paid 2.5 crowns.", "8000 12345678 2.5")]
    [InlineData("On May 3, 2024, the 27th council met.", "3 2024 27")]
    [InlineData("The F16 flew over G20 road.", "")]
    [InlineData("It cost $1,200.50.", "1200.50")]
    public void Numbers_lose_only_their_separators(string text, string numbers) => Assert.Equal(numbers, string.Join(' ', FactExtractor.Numbers(text)));

    [Theory]
    [InlineData("The mayor met Anna Vogt’s brother in Brakewater.", "Anna Vogt Brakewater")]
    [InlineData("Ships left. Engineers told Jean-Pierre O'Neil so.", "Jean-Pierre O'Neil")]
    [InlineData("NATO and the EU agreed.", "NATO EU")]
    [InlineData("McAllister resigned.", "McAllister")]
    [InlineData("The ships left.", "")]
    public void Names_are_capitalized_words_inside_a_sentence(string text, string names) => Assert.Equal(names, string.Join(' ', FactExtractor.Names(text)));

    [Theory]
    [InlineData("She said “not now” and \"not here\".", "not now|not here")]
    [InlineData("The ‘old’ wall of 5\" stone", "")]
    public void Quoted_spans_stand_between_double_marks(string text, string quotes) => Assert.Equal(quotes, string.Join('|', FactExtractor.Quotes(text)));

    [Fact]
    public void Links_end_before_the_punctuation_of_the_sentence() =>
        Assert.Equal(["https://news.example/a?b=1", "www.news.example"], FactExtractor.Links("See (https://news.example/a?b=1), or www.news.example."));
}
