using BriefingBot.Core.Commands.FactCheck;
using Xunit;

namespace BriefingBot.Core.Tests.Commands;

public sealed class TellingSentencesTests
{
    [Fact]
    public void A_short_message_is_taken_whole_without_its_links() =>
        Assert.Equal("Moscow signed it. Really?", TellingSentences.Of(" Moscow signed it.\n\nReally? https://x.example/a?b=c "));

    [Fact]
    public void Of_a_long_message_the_sentences_with_names_and_numbers_are_taken_in_their_order()
    {
        const string telling = "Foreign Minister Anna Berg signed the fishing treaty in Oslo on June 21.";
        const string other = "The treaty limits cod catches to 40,000 tons for Norway and Russia.";
        string chatter = string.Join(' ', Enumerable.Repeat("So anyway I was thinking about this again and it is what it is.", 6));

        Assert.Equal($"{telling} {other}", TellingSentences.Of($"{chatter} {telling} {chatter} {other} {chatter}"));
    }

    [Fact]
    public void One_endless_sentence_is_cut_at_a_word()
    {
        string text = TellingSentences.Of(string.Concat(Enumerable.Repeat("treaty 😀 ", 5000)));

        Assert.InRange(text.Length, 300, 500);
        Assert.True(text.EndsWith("treaty", StringComparison.Ordinal) || text.EndsWith("😀", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("https://only.example/link")]
    public void Nothing_to_look_up_is_nothing(string text) => Assert.Equal("", TellingSentences.Of(text));
}
