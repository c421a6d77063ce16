namespace BriefingBot.Discord.Protocol.Guilds;

/// <summary>The kinds of channels that matter.</summary>
internal static class ChannelTypes
{
    public const int GuildText = 0;
    public const int Direct = 1;
    public const int GuildVoice = 2;
    public const int GroupDirect = 3;
    public const int Announcement = 5;
    public const int AnnouncementThread = 10;
    public const int PublicThread = 11;
    public const int PrivateThread = 12;
    public const int Forum = 15;
    public const int Media = 16;

    public static bool IsThread(int type) => type is AnnouncementThread or PublicThread or PrivateThread;

    /// <summary>Holds messages of its own that a question may stand in.</summary>
    public static bool HoldsMessages(int type) => type is GuildText or GuildVoice or Announcement || IsThread(type);
}
