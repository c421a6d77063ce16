using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Rendering.Splitting;
using Xunit;

namespace BriefingBot.Core.Tests.Chat.Rendering;

public sealed class MessageSplitterTests
{
    private static readonly BracketMarkup Markup = new();

    [Fact]
    public void A_short_answer_is_one_part_without_a_number()
    {
        var parts = MessageSplitter.Split(
            [
                new AnswerBlock(AnswerBlockKind.Paragraph, [AnswerUnit.Of("One."), AnswerUnit.Of("Two.")]),
                new AnswerBlock(AnswerBlockKind.Lines, [AnswerUnit.Of("a"), AnswerUnit.Of("b")]),
            ],
            Markup,
            new MessageLimits(2000)
        );

        Assert.Equal("One. Two.\n\na\nb", Assert.Single(parts).Text);
    }

    [Fact]
    public void A_title_goes_with_what_follows_it()
    {
        AnswerBlock[] blocks =
        [
            new(AnswerBlockKind.Paragraph, [AnswerUnit.Of(new string('x', 70))]),
            new(AnswerBlockKind.Lines, [AnswerUnit.Of("Sources") with { KeepsWithNext = true }, AnswerUnit.Of(new string('y', 40))]),
        ];

        var parts = MessageSplitter.Split(blocks, Markup, new MessageLimits(100));

        Assert.Equal([$"{new string('x', 70)}\n\n(1/2)", $"Sources\n{new string('y', 40)}\n\n(2/2)"], parts.Select(part => part.Text));
    }

    [Fact]
    public void A_sentence_longer_than_a_message_is_cut_at_words()
    {
        string words = string.Join(' ', Enumerable.Repeat("agreement", 20));

        var parts = MessageSplitter.Split(
            [new AnswerBlock(AnswerBlockKind.Paragraph, [new AnswerUnit([new Inline(words), new Inline(" [1]", InlineKind.Mark)])])],
            Markup,
            new MessageLimits(100)
        );

        Assert.Equal(3, parts.Count);
        Assert.StartsWith("agreement agreement", parts[0].Text, StringComparison.Ordinal);
        Assert.EndsWith("agreement…\n\n(1/3)", parts[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("…agreement", parts[1].Text, StringComparison.Ordinal);
        Assert.EndsWith("agreement⟦ [1]⟧\n\n(3/3)", parts[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_nine_parts_still_keep_to_the_limit()
    {
        var parts = MessageSplitter.Split(
            [new AnswerBlock(AnswerBlockKind.Lines, [.. Enumerable.Range(0, 120).Select(i => AnswerUnit.Of(new string('z', 50)))])],
            Markup,
            new MessageLimits(64)
        );

        Assert.Equal(120, parts.Count);
        Assert.All(parts, part => Assert.True(part.Text.Length <= 64));
        Assert.EndsWith("(120/120)", parts[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_say_is_no_part() =>
        Assert.Empty(
            MessageSplitter.Split([new AnswerBlock(AnswerBlockKind.Paragraph, [AnswerUnit.Of(" ")])], Markup, new MessageLimits(100))
        );

    [Fact]
    public void Limits_below_the_least_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            MessageSplitter.Split([], Markup, new MessageLimits(MessageLimits.LeastLength - 1))
        );
}
