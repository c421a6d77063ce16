namespace BriefingBot.Slack.Interactions;

/// <summary>Who did it.</summary>
/// <param name="Id">The person.</param>
/// <param name="TeamId">The person's workspace.</param>
internal sealed record InteractionUser(string? Id, string? TeamId);
