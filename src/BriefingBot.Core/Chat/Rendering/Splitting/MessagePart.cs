namespace BriefingBot.Core.Chat.Rendering.Splitting;

/// <summary>One message of a reply.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Total">How many there are; when more than one, the last block of each is a footer that says <c>(1/3)</c>.</param>
/// <param name="Blocks">What it holds; at least one.</param>
public sealed record MessagePart(int Number, int Total, IReadOnlyList<PartBlock> Blocks)
{
    /// <summary>What stands between two blocks in <see cref="Text"/>.</summary>
    public const string Separator = "\n\n";

    /// <summary>The blocks as one text.</summary>
    public string Text => string.Join(Separator, Blocks.Select(block => block.Text));
}
