namespace BriefingBot.TestServers.Discord.Model;

/// <summary>Channel types by Discord's numbers.</summary>
public enum ChannelType
{
    GuildText = 0,
    DirectMessage = 1,
    GroupDirectMessage = 3,
    PublicThread = 11,
    GuildForum = 15,
}
