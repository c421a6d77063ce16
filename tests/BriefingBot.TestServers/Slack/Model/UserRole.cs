namespace BriefingBot.TestServers.Slack.Model;

/// <summary>What a person is in the workspace; each includes those before.</summary>
public enum UserRole
{
    Member,
    Admin,
    Owner,
    PrimaryOwner,
}
