namespace BriefingBot.Slack.Protocol.Blocks;

/// <summary>Small buttons below an answer, in messages only.</summary>
/// <param name="Elements">1 to 5: feedback and icon buttons.</param>
internal sealed record ContextActionsBlock(IReadOnlyList<BlockElement> Elements) : Block;
