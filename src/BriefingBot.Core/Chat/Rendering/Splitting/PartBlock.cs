namespace BriefingBot.Core.Chat.Rendering.Splitting;

/// <summary>A block, or the part of one that fits into a message, in the platform's markup.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The markup.</param>
public sealed record PartBlock(AnswerBlockKind Kind, string Text);
