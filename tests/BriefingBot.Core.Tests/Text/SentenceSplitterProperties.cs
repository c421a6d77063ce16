using BriefingBot.Core.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BriefingBot.Core.Tests.Text;

public sealed class SentenceSplitterProperties
{
    private static readonly string[] Pieces =
    [
        "U.S.",
        "Feb.",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        ".",
        "...",
        "…",
        "!",
        "?",
        "“",
        "”",
        "\"",
        "'",
        "’",
        "(",
        ")",
        "The",
        "the",
        "it",
        "3.5",
        "• ",
        "- ",
        "eBay",
        "Gov.",
        "—",
        "\u2029",
        "é",
        "😀",
    ];

    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(3000);

    private static Arbitrary<string> Texts { get; } =
        Gen.OneOf(Gen.Elements(Pieces).ArrayOf().Select(string.Concat), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""))
            .ToArbitrary();

    [Fact]
    public void Sentences_are_ordered_trimmed_and_never_cross() =>
        Check.One(
            Runs,
            Prop.ForAll(
                Texts,
                text =>
                {
                    int last = 0;
                    foreach (var span in SentenceSplitter.Split(text))
                    {
                        if (
                            span.Start < last
                            || span.End <= span.Start
                            || span.End > text.Length
                            || char.IsWhiteSpace(text[span.Start])
                            || char.IsWhiteSpace(text[span.End - 1])
                        )
                        {
                            return false;
                        }

                        last = span.End;
                    }

                    return true;
                }
            )
        );

    [Fact]
    public void Sentences_hold_every_character_that_is_not_white_space() =>
        Check.One(
            Runs,
            Prop.ForAll(
                Texts,
                text =>
                    string.Concat(SentenceSplitter.Split(text).Select(span => span.Of(text))).Count(c => !char.IsWhiteSpace(c))
                    == text.Count(c => !char.IsWhiteSpace(c))
            )
        );
}
