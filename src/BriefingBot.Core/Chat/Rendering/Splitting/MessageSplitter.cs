using System.Globalization;

namespace BriefingBot.Core.Chat.Rendering.Splitting;

/// <summary>
/// Fits blocks into as few messages as their order allows. A unit (a sentence with its marks, a line with its link) stays in one message;
/// one that is too long for any is cut at words, see <see cref="UnitCutter"/>. Several messages are numbered. Stateless.
/// </summary>
public static class MessageSplitter
{
    /// <summary>Splits.</summary>
    /// <param name="blocks">In reading order; blocks without text are left out.</param>
    /// <param name="markup">The platform's way of writing.</param>
    /// <param name="limits">What a message holds; every part keeps to them, its number included.</param>
    /// <returns>The parts; empty when there is no text.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limits are below the least.</exception>
    public static IReadOnlyList<MessagePart> Split(IEnumerable<AnswerBlock> blocks, ChatMarkup markup, MessageLimits limits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limits.Length, MessageLimits.LeastLength, nameof(limits));
        ArgumentOutOfRangeException.ThrowIfLessThan(limits.BlockLength, MessageLimits.LeastLength, nameof(limits));
        ArgumentOutOfRangeException.ThrowIfLessThan(limits.Blocks, 2, nameof(limits));
        AnswerBlock[] filled =
        [
            .. blocks
                .Select(block =>
                    block with
                    {
                        Units = [.. block.Units.Where(unit => unit.Inlines.Any(inline => !string.IsNullOrWhiteSpace(inline.Text)))],
                    }
                )
                .Where(block => block.Units.Count > 0),
        ];

        var whole = new PartPacker(markup, limits).Pack(filled);
        if (whole.Count <= 1)
        {
            return [.. whole.Select(part => new MessagePart(1, 1, part))];
        }

        for (int digits = 1; ; digits++)
        {
            int most = (int)Math.Pow(10, digits) - 1;
            int reserved = markup.Measure(MessagePart.Separator) + markup.Measure(Label(most, most, markup).Text);
            var parts = new PartPacker(markup, limits with { Length = limits.Length - reserved, Blocks = limits.Blocks - 1 }).Pack(filled);
            if (parts.Count <= most)
            {
                return [.. parts.Select((part, i) => new MessagePart(i + 1, parts.Count, [.. part, Label(i + 1, parts.Count, markup)]))];
            }
        }
    }

    private static PartBlock Label(int number, int total, ChatMarkup markup)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"({number}/{total})");
        return new PartBlock(
            AnswerBlockKind.Footer,
            markup.Wrap(AnswerBlockKind.Footer, markup.Render(new Inline(text), AnswerBlockKind.Footer))
        );
    }
}
