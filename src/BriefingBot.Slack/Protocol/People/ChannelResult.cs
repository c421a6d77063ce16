namespace BriefingBot.Slack.Protocol.People;

/// <summary>The answer of conversations.open.</summary>
internal sealed record ChannelResult(Channel? Channel);
