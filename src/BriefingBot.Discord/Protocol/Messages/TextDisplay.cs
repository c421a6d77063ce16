namespace BriefingBot.Discord.Protocol.Messages;

/// <summary>Text in a message of components.</summary>
/// <param name="Content">Markdown, at least one character; all of a message together at most 4,000 UTF-16 units.</param>
internal sealed record TextDisplay(string Content) : Component
{
    /// <summary>Its number.</summary>
    public const int Number = 10;

    public override int Type => Number;
}
