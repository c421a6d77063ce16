namespace BriefingBot.Discord;

/// <summary>x.</summary>
internal sealed class DiscordPlatform
{
    public const string PlatformName = "discord";
}
