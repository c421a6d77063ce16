namespace BriefingBot.TestServers.Slack.Model;

/// <summary>A call of agents.sessions.setStatus, or the session_status of chat.stopStream.</summary>
public sealed record SessionStatus(FakeChannel Channel, string ThreadTs, string Status, string? Title);
