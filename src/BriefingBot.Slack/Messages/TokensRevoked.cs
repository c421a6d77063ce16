namespace BriefingBot.Slack.Messages;

/// <summary>tokens_revoked.</summary>
internal sealed record TokensRevoked(RevokedTokens? Tokens);
