namespace BriefingBot.TestServers.Slack.Model;

public enum ChannelType
{
    Public,
    Private,

    /// <summary>A DM of one person with the bot; "im".</summary>
    DirectMessage,

    /// <summary>A DM of several; "mpim".</summary>
    GroupDirectMessage,
}
