namespace BriefingBot.Slack.Protocol.Assistants;

/// <summary>The arguments of agents.sessions.setStatus.</summary>
internal sealed record SessionStatus(string ChannelId, string ThreadTs, string Status);
