namespace BriefingBot.Discord.Protocol.Messages;

/// <summary>Message flags that are sent.</summary>
internal static class MessageFlags
{
    public const int SuppressEmbeds = 1 << 2;
    public const int Ephemeral = 1 << 6;

    /// <summary>Components stand in place of content and embeds. A message never loses it.</summary>
    public const int ComponentsV2 = 1 << 15;
}
