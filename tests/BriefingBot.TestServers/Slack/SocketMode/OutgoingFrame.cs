namespace BriefingBot.TestServers.Slack.SocketMode;

/// <summary>What the writer of a socket does next: send a text, close (no text), or cut the connection.</summary>
internal readonly record struct OutgoingFrame(string? Text, bool Cut = false);
