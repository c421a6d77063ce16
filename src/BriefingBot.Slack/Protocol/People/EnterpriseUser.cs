namespace BriefingBot.Slack.Protocol.People;

/// <summary>A person in an Enterprise Grid.</summary>
/// <param name="EnterpriseId">The organization.</param>
internal sealed record EnterpriseUser(string? EnterpriseId);
