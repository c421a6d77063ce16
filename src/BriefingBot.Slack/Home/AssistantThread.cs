namespace BriefingBot.Slack.Home;

/// <summary>A chat with the bot.</summary>
internal sealed record AssistantThread(string? UserId, string? ChannelId, string? ThreadTs);
