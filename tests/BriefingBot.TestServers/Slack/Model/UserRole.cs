namespace BriefingBot.TestServers.Slack.Model;

/// <summary>What a person is in the workspace; each includes those before.</summary>
public enum UserRole
{
    /// <summary>A guest of one channel.</summary>
    SingleChannelGuest,

    /// <summary>A guest of several channels.</summary>
    Guest,

    Member,
    Admin,
    Owner,
    PrimaryOwner,
}
