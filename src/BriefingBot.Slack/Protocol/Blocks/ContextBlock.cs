namespace BriefingBot.Slack.Protocol.Blocks;

/// <summary>Small print.</summary>
/// <param name="Elements">1 to 10.</param>
internal sealed record ContextBlock(IReadOnlyList<TextObject> Elements) : Block;
