namespace BriefingBot.Slack.Interactions;

/// <summary>The message that a click came from.</summary>
internal sealed record InteractionContainer(string? ThreadTs);
