namespace BriefingBot.Slack.Protocol.Messages;

/// <summary>The answer of chat.postEphemeral.</summary>
internal sealed record EphemeralResult(string? MessageTs);
