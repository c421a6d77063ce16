using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions.Sources;
using Xunit;

namespace BriefingBot.Core.Tests.Questions;

public sealed class SourcePhraseReaderTests
{
    private static readonly SourceNames Names = SourceNames.Of(
        new CoverageCredits(
            ["CNN", "Time", "NASA", "The Guardian", "The New York Times", "USA TODAY", "Daily Harbour"],
            ["By Ana Ruiz and John Smith", "John Smith, CNN", "Editor"]
        )
    );

    [Theory]
    [InlineData("According to CNN, how many people died?", "CNN", "how many people died?")]
    [InlineData("according to the guardian how many people died", "The Guardian", "how many people died")]
    [InlineData("How many ships sank, according to the Daily Harbour?", "Daily Harbour", "How many ships sank?")]
    [InlineData("How many ships sank according to The New York Times’ report?", "The New York Times", "How many ships sank?")]
    [InlineData("What did CNN report about the fire?", "CNN", "what has been reported about the fire?")]
    [InlineData("what has usa today said so far on the strike", "USA TODAY", "what has been reported about the strike")]
    [InlineData("What did Ana Ruiz write about the harbour?", "Ana Ruiz", "what has been reported about the harbour?")]
    [InlineData("What did John Smith report?", "John Smith", "what is new?")]
    [InlineData("What is the latest from CNN on the strike?", "CNN", "What is the latest on the strike?")]
    [InlineData("Any news from the Daily Harbour?", "Daily Harbour", "Any news?")]
    [InlineData("Who signed the treaty in the Guardian's report?", "The Guardian", "Who signed the treaty?")]
    [InlineData("As reported by NASA, when does it land?", "NASA", "when does it land?")]
    public void Reads_whose_reports_are_asked_for(string question, string source, string rest)
    {
        var named = SourcePhraseReader.Read(question, Names)!;

        Assert.Equal((source, rest), (named.Source.Name, named.Rest));
        Assert.NotEmpty(named.Source.Credits);
    }

    [Theory]
    [InlineData("According to Time Warner, how many people watch?")]
    [InlineData("According to New York officials, how many people died?")]
    [InlineData("According to the editor, how many people died?")]
    [InlineData("According to John, how many people died?")]
    [InlineData("What did the minister report about the fire?")]
    [InlineData("What did John Smith say about the fire?")]
    [InlineData("What did the Guardian's editor say about the fire?")]
    [InlineData("Did CNN report that the king was ill?")]
    [InlineData("How many people work for CNN?")]
    [InlineData("What time did the ship leave?")]
    [InlineData("What is the latest on CNN?")]
    [InlineData("Who bought Time?")]
    public void Leaves_alone_what_names_no_source(string question) => Assert.Null(SourcePhraseReader.Read(question, Names));

    [Fact]
    public void An_author_is_found_in_every_byline_that_names_the_person() =>
        Assert.Equal(["By Ana Ruiz and John Smith", "John Smith, CNN"], Names.Find("john smith")!.Credits);

    [Fact]
    public void An_outlet_that_is_known_but_not_in_the_coverage_has_no_credits()
    {
        var reuters = Names.Find("the Reuters")!;

        Assert.Equal("Reuters", reuters.Name);
        Assert.Empty(reuters.Credits);
        Assert.Null(Names.Find("Harbour Gazette"));
    }

    [Fact]
    public void Questions_without_such_words_need_no_look_at_the_coverage()
    {
        Assert.True(SourcePhraseReader.MayName("according to nobody we know, who won?"));
        Assert.False(SourcePhraseReader.MayName("Who won the election in May?"));
    }
}
