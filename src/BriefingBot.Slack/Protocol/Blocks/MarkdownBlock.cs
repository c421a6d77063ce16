namespace BriefingBot.Slack.Protocol.Blocks;

/// <summary>Standard Markdown, in messages only.</summary>
/// <param name="Text">At most 12,000 characters in all such blocks of a message. Slack's angle syntax pings here too.</param>
internal sealed record MarkdownBlock(string Text) : Block;
