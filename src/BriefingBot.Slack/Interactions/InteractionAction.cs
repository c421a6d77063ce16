namespace BriefingBot.Slack.Interactions;

/// <summary>What was clicked.</summary>
internal sealed record InteractionAction(string? ActionId, string? Value);
