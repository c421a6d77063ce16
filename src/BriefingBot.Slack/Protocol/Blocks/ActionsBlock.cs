namespace BriefingBot.Slack.Protocol.Blocks;

/// <summary>A row of buttons.</summary>
/// <param name="Elements">1 to 25.</param>
internal sealed record ActionsBlock(IReadOnlyList<BlockElement> Elements) : Block;
