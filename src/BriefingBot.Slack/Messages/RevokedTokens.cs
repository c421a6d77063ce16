namespace BriefingBot.Slack.Messages;

/// <summary>Whose tokens are void.</summary>
/// <param name="Bot">User ids of bots.</param>
internal sealed record RevokedTokens(IReadOnlyList<string>? Bot);
