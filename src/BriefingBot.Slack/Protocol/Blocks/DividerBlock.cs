namespace BriefingBot.Slack.Protocol.Blocks;

/// <summary>A line.</summary>
internal sealed record DividerBlock : Block;
