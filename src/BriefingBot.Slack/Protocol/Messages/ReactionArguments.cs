namespace BriefingBot.Slack.Protocol.Messages;

/// <summary>The arguments of reactions.add and reactions.remove.</summary>
internal sealed record ReactionArguments(string Channel, string Timestamp, string Name);
