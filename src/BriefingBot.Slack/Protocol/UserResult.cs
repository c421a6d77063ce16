namespace BriefingBot.Slack.Protocol;

/// <summary>The answer of users.info.</summary>
internal sealed record UserResult(User? User);
