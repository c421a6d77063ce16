namespace BriefingBot.Slack.Protocol;

/// <summary>A line.</summary>
internal sealed record DividerBlock : Block;
