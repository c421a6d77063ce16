namespace BriefingBot.Slack.SocketMode;

/// <summary>A WebSocket is over, or never stood.</summary>
internal sealed class SocketClosedException(string reason, Exception? cause = null) : Exception(reason, cause);
