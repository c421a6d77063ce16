namespace BriefingBot.Slack.Interactions;

/// <summary>Who did it.</summary>
internal sealed record InteractionUser(string? Id);
