namespace BriefingBot.Slack.Protocol.Blocks;

/// <summary>A field for text.</summary>
internal sealed record PlainTextInput : BlockElement
{
    public bool? Multiline { get; init; }

    public int? MinLength { get; init; }

    /// <summary>At most 3,000.</summary>
    public int? MaxLength { get; init; }

    public string? InitialValue { get; init; }

    public TextObject? Placeholder { get; init; }
}
