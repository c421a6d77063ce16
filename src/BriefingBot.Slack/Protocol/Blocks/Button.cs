namespace BriefingBot.Slack.Protocol.Blocks;

/// <summary>A button; with an address it opens that, and still sends an interaction.</summary>
/// <param name="Text">Plain, at most 75 characters.</param>
internal sealed record Button(TextObject Text) : BlockElement
{
    /// <summary>At most 2,000 characters; comes back in the interaction.</summary>
    public string? Value { get; init; }

    /// <summary>At most 3,000 characters.</summary>
    public string? Url { get; init; }

    /// <summary><c>primary</c> or <c>danger</c>; null for the usual look.</summary>
    public string? Style { get; init; }

    /// <summary>At most 75 characters.</summary>
    public string? AccessibilityLabel { get; init; }
}
