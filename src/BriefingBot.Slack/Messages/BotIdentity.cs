namespace BriefingBot.Slack.Messages;

/// <summary>Who the bot is on Slack.</summary>
/// <param name="Team">Its workspace.</param>
/// <param name="User">Its user, as it is mentioned.</param>
/// <param name="Bot">The bot, as it stands beside its messages; null when Slack does not tell.</param>
/// <param name="Organization">The Enterprise Grid that its workspace is part of; null for a workspace of its own.</param>
internal sealed record BotIdentity(string Team, string User, string? Bot, string? Organization = null);
