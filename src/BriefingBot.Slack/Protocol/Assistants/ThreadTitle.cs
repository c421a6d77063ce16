namespace BriefingBot.Slack.Protocol.Assistants;

/// <summary>The arguments of assistant.threads.setTitle.</summary>
internal sealed record ThreadTitle(string ChannelId, string ThreadTs, string Title);
