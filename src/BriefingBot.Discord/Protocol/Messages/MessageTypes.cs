namespace BriefingBot.Discord.Protocol.Messages;

/// <summary>The message types that people write; all others are notices of the service.</summary>
internal static class MessageTypes
{
    public const int Default = 0;
    public const int Reply = 19;
}
