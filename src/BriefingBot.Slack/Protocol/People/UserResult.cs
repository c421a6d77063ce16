namespace BriefingBot.Slack.Protocol.People;

/// <summary>The answer of users.info.</summary>
internal sealed record UserResult(User? User);
