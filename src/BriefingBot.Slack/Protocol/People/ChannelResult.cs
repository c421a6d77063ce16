namespace BriefingBot.Slack.Protocol.People;

/// <summary>The answer of conversations.info.</summary>
internal sealed record ChannelResult(Channel? Channel);
