using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Slack.Model;

/// <summary>A state of a message.</summary>
/// <param name="At">When it became so.</param>
/// <param name="Text">The text field: what shows when there are no blocks, else what notifications show.</param>
/// <param name="Markdown">The markdown_text, for a streamed message all that came so far; null when none was given.</param>
/// <param name="Blocks">Do not change them.</param>
public sealed record MessageRevision(DateTimeOffset At, string Text, string? Markdown, JsonArray Blocks);
