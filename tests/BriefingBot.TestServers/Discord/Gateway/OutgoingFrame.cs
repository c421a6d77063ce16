namespace BriefingBot.TestServers.Discord.Gateway;

/// <summary>One step of a connection's writer: a payload, a close frame, or the cut of the TCP connection (neither).</summary>
internal readonly record struct OutgoingFrame(string? Payload, GatewayCloseCode CloseCode = GatewayCloseCode.None, string Reason = "");
