namespace BriefingBot.Core.Chat.Rendering;

/// <summary>A paragraph or a list of a message, before the platform's markup.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Units">What must not be parted; at least one.</param>
public sealed record AnswerBlock(AnswerBlockKind Kind, IReadOnlyList<AnswerUnit> Units)
{
    /// <summary>What stands between two units.</summary>
    internal string Separator => Kind == AnswerBlockKind.Paragraph ? " " : "\n";
}
