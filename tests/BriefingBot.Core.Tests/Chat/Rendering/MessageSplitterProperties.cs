using System.Text.RegularExpressions;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Rendering.Splitting;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BriefingBot.Core.Tests.Chat.Rendering;

public sealed partial class MessageSplitterProperties
{
    private static readonly string[] Pieces =
    [
        "a",
        "treaty",
        "U.S.",
        "*",
        "**",
        " ",
        "  ",
        "\u00A0",
        "😀",
        "👩‍👩‍👧‍👦",
        "é",
        "e\u0301",
        "条約",
        "—",
        "(",
        ")",
        "“with all means”",
        "Donaudampfschifffahrtsgesellschaft",
        "\ud83d",
    ];

    private static readonly BracketMarkup Markup = new();
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(150);

    private static Gen<string> Text { get; } =
        Gen.OneOf(
            Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)),
            Gen.Elements(Pieces).ListOf(60).Select(pieces => string.Join(' ', pieces)),
            Gen.Choose(1, 400).Select(length => new string('x', length))
        );

    private static Gen<string?> Link { get; } =
        Gen.Frequency<string?>(
            (3, Gen.Constant<string?>(null)),
            (2, Gen.Choose(1, 300).Select(length => (string?)("https://paper.example/" + new string('p', length))))
        );

    private static Gen<Inline> Run { get; } =
        from text in Text
        from strong in Gen.Elements(InlineKind.Text, InlineKind.Strong)
        from link in Link
        select new Inline(text, strong, link);

    private static Gen<AnswerUnit> Unit { get; } =
        from runs in Run.NonEmptyListOf()
        from last in Gen.Elements("word", "Donaudampfschifffahrtsgesellschaftskapitän", "😀")
        from marks in Gen.Choose(0, 3)
        from title in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new AnswerUnit(
            [.. runs, new Inline(last), .. Enumerable.Range(1, marks).Select(n => new Inline($"{n}", InlineKind.Mark))],
            title
        );

    private static Gen<AnswerBlock> Block { get; } =
        from kind in Gen.Elements(AnswerBlockKind.Paragraph, AnswerBlockKind.Lines, AnswerBlockKind.Quote, AnswerBlockKind.Footer)
        from units in Unit.NonEmptyListOf()
        select new AnswerBlock(kind, [.. units]);

    private static Arbitrary<Sample> Samples { get; } =
        (
            from blocks in Block.ListOf()
            from length in Gen.Choose(MessageLimits.LeastLength + 20, 600)
            from blockLength in Gen.Elements(80, 250, int.MaxValue)
            from most in Gen.Elements(2, 3, 50)
            select new Sample(blocks, new MessageLimits(length, blockLength, most))
        ).ToArbitrary();

    [Fact]
    public void Every_part_keeps_to_the_limits_and_says_which_it_is() =>
        Check.One(
            Runs,
            Prop.ForAll(
                Samples,
                sample =>
                {
                    var parts = sample.Split();
                    return parts
                        .Select(
                            (part, i) =>
                                part.Text.Length <= sample.Limits.Length
                                && part.Blocks.Count <= sample.Limits.Blocks
                                && part.Blocks.All(block => block.Text.Length <= sample.Limits.BlockLength && block.Text.Length > 0)
                                && (part.Number, part.Total) == (i + 1, parts.Count)
                                && (parts.Count == 1 || part.Blocks[^1].Text == $"({i + 1}/{parts.Count})")
                        )
                        .All(holds => holds);
                }
            )
        );

    [Fact]
    public void Nothing_is_lost_and_nothing_comes_twice() =>
        Check.One(
            Runs,
            Prop.ForAll(
                Samples,
                sample =>
                    Visible(string.Concat(sample.Content().Select(block => block.Text)))
                    == Visible(
                        string.Concat(
                            sample
                                .Blocks.SelectMany(block => block.Units)
                                .SelectMany(unit => unit.Inlines)
                                .Select(inline => Markup.Render(inline, AnswerBlockKind.Paragraph))
                        )
                    )
            )
        );

    [Fact]
    public void A_unit_that_fits_stays_whole() =>
        Check.One(
            Runs,
            Prop.ForAll(
                Samples,
                sample =>
                {
                    const int number = 20;
                    var texts = sample.Content().Select(block => block.Text).ToList();
                    return sample
                        .Blocks.SelectMany(block =>
                            block.Units.Select(unit =>
                                (
                                    block.Kind,
                                    Text: string.Concat(unit.Inlines.Select(inline => Markup.Render(inline, AnswerBlockKind.Paragraph)))
                                )
                            )
                        )
                        .Where(unit =>
                            Markup.Wrap(unit.Kind, unit.Text).Length <= Math.Min(sample.Limits.Length - number, sample.Limits.BlockLength)
                        )
                        .All(unit => texts.Any(text => text.Contains(unit.Text, StringComparison.Ordinal)));
                }
            )
        );

    [Fact]
    public void A_mark_stays_with_its_sentence() =>
        Check.One(Runs, Prop.ForAll(Samples, sample => sample.Content().All(block => !PartedMark().IsMatch(block.Text))));

    [Fact]
    public void Links_fences_and_characters_are_never_cut() =>
        Check.One(
            Runs,
            Prop.ForAll(
                Samples,
                sample =>
                    sample
                        .Content()
                        .All(block =>
                            Link_().Replace(block.Text, "") is var rest
                            && !rest.Contains('⟨')
                            && !rest.Contains('⟩')
                            && block.Text.Count(c => c == '«') == block.Text.Count(c => c == '»')
                            && (
                                block.Kind != AnswerBlockKind.Quote
                                || (
                                    block.Text.StartsWith(BracketMarkup.Fence + "\n", StringComparison.Ordinal)
                                    && block.Text.EndsWith("\n" + BracketMarkup.Fence, StringComparison.Ordinal)
                                )
                            )
                            && !HalfEmoji().IsMatch(block.Text)
                        )
            )
        );

    /// <summary>What a reader sees, without white space, brackets, addresses and ellipses.</summary>
    private static string Visible(string text) =>
        Unseen().Replace(Address().Replace(text.Replace(BracketMarkup.Fence, "", StringComparison.Ordinal), ""), "");

    [GeneratedRegex("(?:^|\\n|…|```\\n)⟦")]
    private static partial Regex PartedMark();

    [GeneratedRegex("⟨[^⟨⟩]*\\|https://paper\\.example/p+⟩")]
    private static partial Regex Link_();

    [GeneratedRegex("\\|https://paper\\.example/p+")]
    private static partial Regex Address();

    [GeneratedRegex("[\\s…«»⟦⟧⟨⟩]")]
    private static partial Regex Unseen();

    // The samples hold lone high halves of their own, never lone low ones.
    [GeneratedRegex("(?<![\\ud800-\\udbff])[\\udc00-\\udfff]")]
    private static partial Regex HalfEmoji();

    private sealed record Sample(IReadOnlyList<AnswerBlock> Blocks, MessageLimits Limits)
    {
        public IReadOnlyList<MessagePart> Split() => MessageSplitter.Split(Blocks, Markup, Limits);

        /// <summary>All blocks without the numbers of the parts.</summary>
        public IEnumerable<PartBlock> Content() => Split().SelectMany(part => part.Total == 1 ? part.Blocks : part.Blocks.SkipLast(1));
    }
}
