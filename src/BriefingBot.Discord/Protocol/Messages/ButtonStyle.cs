namespace BriefingBot.Discord.Protocol.Messages;

/// <summary>The looks of a button.</summary>
internal static class ButtonStyle
{
    public const int Primary = 1;
    public const int Secondary = 2;
    public const int Danger = 4;
}
