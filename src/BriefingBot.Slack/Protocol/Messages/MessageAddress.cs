namespace BriefingBot.Slack.Protocol.Messages;

/// <summary>The arguments of chat.delete.</summary>
internal sealed record MessageAddress(string Channel, string Ts);
