namespace BriefingBot.Core.Chat.Rendering;

/// <summary>A run of text that is written in one way.</summary>
/// <param name="Text">Plain text, not escaped; may come from articles and people.</param>
/// <param name="Kind">How it is meant.</param>
/// <param name="Link">An absolute http or https address that the run leads to; always one of the store or of the web console.</param>
public sealed record Inline(string Text, InlineKind Kind = InlineKind.Text, string? Link = null);
