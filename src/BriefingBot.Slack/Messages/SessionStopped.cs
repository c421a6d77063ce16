namespace BriefingBot.Slack.Messages;

/// <summary>agent_session_stopped: the reader pressed stop in a thread with the bot.</summary>
internal sealed record SessionStopped(string? Channel, string? ThreadTs);
