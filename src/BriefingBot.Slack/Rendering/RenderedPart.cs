using BriefingBot.Slack.Protocol.Blocks;

namespace BriefingBot.Slack.Rendering;

/// <summary>One message of a reply, ready to be sent.</summary>
/// <param name="Text">What notifications show, below 3,000 characters.</param>
/// <param name="Blocks">The message.</param>
internal sealed record RenderedPart(string Text, IReadOnlyList<Block> Blocks)
{
    /// <summary>What stands between two paragraphs that are streamed.</summary>
    public const string ParagraphBreak = "\n\n";

    /// <summary>The paragraphs that it begins with, as one text: what is streamed.</summary>
    public string Streamed =>
        string.Join(
            ParagraphBreak,
            Blocks.TakeWhile(static block => block is MarkdownBlock).Select(static block => ((MarkdownBlock)block).Text)
        );

    /// <summary>What comes below them when the stream ends.</summary>
    public IReadOnlyList<Block> Below => [.. Blocks.SkipWhile(static block => block is MarkdownBlock)];
}
