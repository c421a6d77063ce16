namespace BriefingBot.Slack.Protocol.Blocks;

/// <summary>One of two.</summary>
/// <param name="Text">Plain, at most 75 characters.</param>
/// <param name="Value">1 to 2,000 characters; comes back in the interaction.</param>
internal sealed record FeedbackButton(TextObject Text, string Value)
{
    /// <summary>At most 75 characters.</summary>
    public string? AccessibilityLabel { get; init; }
}
