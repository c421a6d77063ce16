namespace BriefingBot.Slack.Protocol.Streams;

/// <summary>More text.</summary>
/// <param name="Text">At most 12,000 characters.</param>
internal sealed record MarkdownTextChunk(string Text) : StreamChunk;
