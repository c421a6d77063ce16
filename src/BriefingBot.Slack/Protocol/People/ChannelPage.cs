namespace BriefingBot.Slack.Protocol.People;

/// <summary>The answer of users.conversations.</summary>
internal sealed record ChannelPage(IReadOnlyList<Channel>? Channels);
