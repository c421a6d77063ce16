using BriefingBot.Core.Answering.Verification.Passages;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BriefingBot.Core.Tests.Answering;

public sealed class NormalizedTextTests
{
    private const string Source = "“We can’t wait…” said  Mayor\n\nVogt. The harbour did not open on May 3.";

    [Theory]
    [InlineData("\"We can't wait...\" said Mayor Vogt.", "“We can’t wait…” said  Mayor\n\nVogt.")]
    [InlineData("“We can’t wait…”", "“We can’t wait…”")]
    [InlineData("„We can‘t wait...‟", "“We can’t wait…”")]
    [InlineData("  said\tMayor\u00A0Vogt  ", "said  Mayor\n\nVogt")]
    public void Quotes_white_space_and_ellipses_may_be_written_otherwise(string quote, string slice)
    {
        var found = new NormalizedText(Source).Find(quote);
        Assert.NotNull(found);
        Assert.Equal(slice, Source[found.Value.Start..found.Value.End]);
    }

    [Theory]
    [InlineData("The harbour did open on May 3.")]
    [InlineData("The harbour did not open on May 4.")]
    [InlineData("the harbour did not open")]
    [InlineData("The harbor did not open")]
    [InlineData("The harbour did not, open")]
    [InlineData("The harbour … open")]
    [InlineData("Theharbour did not open")]
    [InlineData("We cannot wait")]
    [InlineData("")]
    [InlineData(" \n ")]
    public void Nothing_else_may_differ(string quote) => Assert.Null(new NormalizedText(Source).Find(quote));

    [Fact]
    public void Whatever_slice_of_whatever_text_is_found_where_the_same_words_stand()
    {
        string[] pieces =
        [
            "a",
            "B",
            " ",
            "\n",
            "\u00A0",
            "\u2003",
            "…",
            "...",
            ".",
            "“",
            "\"",
            "’",
            "'",
            "😀",
            "👩‍👩‍👧",
            "e\u0301",
            "\uD83D",
            "\uDE00",
            "中",
            "\0",
            "\u200B",
        ];
        var texts = Gen.OneOf(
            Gen.Elements(pieces).ArrayOf().Select(string.Concat),
            ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")
        );
        var slices = (
            from text in texts
            from a in Gen.Choose(0, text.Length)
            from b in Gen.Choose(a, text.Length)
            select (text, slice: text[a..b])
        ).ToArbitrary();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(5000),
            Prop.ForAll(
                slices,
                sample =>
                {
                    if (string.IsNullOrWhiteSpace(sample.slice))
                    {
                        return new NormalizedText(sample.text).Find(sample.slice) is null;
                    }

                    return new NormalizedText(sample.text).Find(sample.slice) is { } found
                        && new NormalizedText(sample.text[found.Start..found.End])
                            .Text.Trim(' ')
                            .Contains(new NormalizedText(sample.slice).Text.Trim(' '), StringComparison.Ordinal);
                }
            )
        );
    }
}
