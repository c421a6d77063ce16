namespace BriefingBot.Core.Chat.Rendering;

/// <summary>What stays in one message: a sentence with its marks, a line of a list.</summary>
/// <param name="Inlines">Its runs; written one after the other, nothing between them.</param>
/// <param name="KeepsWithNext">A title that must not end a message.</param>
public sealed record AnswerUnit(IReadOnlyList<Inline> Inlines, bool KeepsWithNext = false)
{
    /// <summary>A unit of plain text.</summary>
    public static AnswerUnit Of(string text) => new([new Inline(text)]);
}
