namespace BriefingBot.TestServers.Discord.Model.Messages;

/// <summary>Flags of a message.</summary>
[Flags]
public enum MessageFlags
{
    None = 0,
    SuppressEmbeds = 1 << 2,
    HasThread = 1 << 5,
    Ephemeral = 1 << 6,
    Loading = 1 << 7,
    SuppressNotifications = 1 << 12,
    IsVoiceMessage = 1 << 13,
    IsComponentsV2 = 1 << 15,
}
