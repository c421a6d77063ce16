using System.Text;
using BriefingBot.Core.Text;
using Xunit;

namespace BriefingBot.Core.Tests.Ingestion.Parsing;

/// <summary>Large texts that are no prose: every rule must stay linear on them.</summary>
public sealed class HugeTextsTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("a ")]
    [InlineData("a.\"")]
    [InlineData("Aa.Bb.")]
    [InlineData("U.S. ")]
    [InlineData(". . ")]
    [InlineData("((((")]
    [InlineData("1/2/2 ")]
    [InlineData("By By, ")]
    [InlineData("said, ")]
    [InlineData("and he said so\n")]
    [InlineData("Feb. 23 ")]
    [InlineData("- \n")]
    [InlineData("A line.\n")]
    [InlineData("Word-\n")]
    [InlineData("\n\n• x")]
    public void A_large_text_is_read_whole(string piece)
    {
        string text = new StringBuilder().Insert(0, piece, 1024 * 1024 / piece.Length).ToString();

        var article = Parsed.Text("Council opens bridge\n\nThe council opened a bridge.\n\n" + text);

        Assert.Equal("Council opens bridge", article.Title);
        Assert.Equal(
            article.Text.Count(c => !char.IsWhiteSpace(c)),
            SentenceSplitter.Split(article.Text).Sum(span => span.Of(article.Text).Count(c => !char.IsWhiteSpace(c)))
        );
    }
}
