namespace BriefingBot.Slack.Protocol;

/// <summary>The answer of conversations.info.</summary>
internal sealed record ChannelResult(Channel? Channel);
