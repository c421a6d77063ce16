namespace BriefingBot.Slack.Protocol.Blocks;

/// <summary>A heading.</summary>
/// <param name="Text">Plain, 1 to 150 characters.</param>
internal sealed record HeaderBlock(TextObject Text) : Block;
