using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Sources;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BriefingBot.Core.Tests.Ingestion.Parsing;

public sealed class ArticleProperties
{
    private static readonly string[] Pieces =
    [
        "The council opened a bridge. ",
        "U.S. officials ",
        "said on Feb. 23, 2024",
        ".",
        "\n",
        "\n\n",
        "\n\n",
        "Send to\n",
        "By Jane Doe\n",
        "(AP) — ",
        "“Why?” he asked. ",
        "• one\n",
        "June 3, 2021\n",
        "Mayor (left) and council. (City Hall)\n",
        "coopera-\n",
        "tion ",
        "…",
        "\u200B",
        "\uFFFD",
        "😀",
        "—",
        "Leave a Reply",
        "Copyright 2023 The X",
        "Washington: ",
        "---\n",
        "# ",
        "\t",
        "é",
        "x",
    ];

    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(1500);

    private static Arbitrary<string> Texts { get; } =
        Gen.OneOf(Gen.Elements(Pieces).ArrayOf().Select(string.Concat), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""))
            .ToArbitrary();

    [Fact]
    public void Passages_are_trimmed_ordered_slices_that_hold_the_whole_text() =>
        Check.One(Runs, Prop.ForAll(Texts, text => Holds(text, Parsed.Text) && Holds(text, Parsed.Markdown)));

    private static bool Holds(string text, Func<string, Action<string>?, Article> parse)
    {
        Article article;
        try
        {
            article = parse(text, null);
        }
        catch (SourceException)
        {
            return true;
        }

        int last = 0;
        foreach (var (passage, ordinal) in article.Passages.Select((passage, i) => (passage, i)))
        {
            if (
                passage.Ordinal != ordinal
                || passage.Start < last
                || passage.End <= passage.Start
                || passage.End > article.Text.Length
                || char.IsWhiteSpace(article.Text[passage.Start])
                || char.IsWhiteSpace(article.Text[passage.End - 1])
                || !string.IsNullOrWhiteSpace(article.Text[last..passage.Start])
            )
            {
                return false;
            }

            last = passage.End;
        }

        return last == article.Text.Length && article.Title.Length > 0 && article.Passages.Count > 0;
    }

    private static bool Holds(string text, Func<string, string, Action<string>?, Article> parse) =>
        Holds(text, (source, note) => parse(source, "article.txt", note));
}
