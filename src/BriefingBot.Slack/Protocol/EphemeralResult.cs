namespace BriefingBot.Slack.Protocol;

/// <summary>The answer of chat.postEphemeral.</summary>
internal sealed record EphemeralResult(string? MessageTs);
