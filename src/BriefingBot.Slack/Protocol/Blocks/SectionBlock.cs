namespace BriefingBot.Slack.Protocol.Blocks;

/// <summary>A text, with an element at its side.</summary>
internal sealed record SectionBlock : Block
{
    public TextObject? Text { get; init; }

    /// <summary>At most 10, each to 2,000 characters.</summary>
    public IReadOnlyList<TextObject>? Fields { get; init; }

    public BlockElement? Accessory { get; init; }

    /// <summary>True: shown whole, without "see more".</summary>
    public bool? Expand { get; init; }
}
