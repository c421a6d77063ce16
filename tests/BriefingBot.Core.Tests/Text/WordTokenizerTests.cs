using BriefingBot.Core.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BriefingBot.Core.Tests.Text;

public sealed class WordTokenizerTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(3000);

    private static readonly string[] Pieces =
    [
        "Harbour",
        "é",
        "e\u0301",
        "ß",
        "İ",
        "İİİİİİİİ",
        "中文",
        "😀",
        "\uD83D",
        "8,000",
        "don't",
        "co-op",
        " ",
        "\n",
        "“",
        "”",
        "…",
        "\0",
        new('a', 63),
        new('b', 64),
        "ﬁ",
        "½",
        "Å",
    ];

    [Fact]
    public void Words_of_any_text_are_ordered_slices_with_a_stem()
    {
        var texts = Gen.OneOf(
                Gen.Elements(Pieces).ArrayOf().Select(string.Concat),
                ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")
            )
            .ToArbitrary();
        Check.One(
            Runs,
            Prop.ForAll(
                texts,
                text =>
                {
                    int last = 0;
                    foreach (var token in WordTokenizer.Tokenize(text))
                    {
                        if (
                            token.Start < last
                            || token.Length < 1
                            || token.End > text.Length
                            || token.Stem.Length == 0
                            || char.IsWhiteSpace(text[token.Start])
                        )
                        {
                            return false;
                        }

                        last = token.End;
                    }

                    return true;
                }
            )
        );
    }

    [Theory]
    [InlineData("Ministers’ 8,000 co-workers", "minist 8 000 co worker")]
    [InlineData("São Tomé, Zürich", "sao tome zurich")]
    [InlineData("EDSCG G20 U.S.", "edscg g20 u s")]
    [InlineData("\"NEAR\" OR harbour* -x", "near or harbour x")]
    public void Splits_folds_and_stems(string text, string stems) =>
        Assert.Equal(stems, string.Join(' ', WordTokenizer.Tokenize(text).Select(token => token.Stem)));

    [Fact]
    public void The_same_word_has_one_stem_composed_or_decomposed() =>
        Assert.Equal(WordTokenizer.Stem("Café"), WordTokenizer.Stem("Cafe\u0301"));

    [Fact]
    public void Runs_that_no_language_has_are_skipped() =>
        Assert.Equal(["short", "again"], WordTokenizer.Tokenize("short " + new string('x', 200) + " again").Select(token => token.Stem));
}
