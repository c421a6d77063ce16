namespace BriefingBot.Discord.Protocol.Messages;

/// <summary>A message that was forwarded.</summary>
internal sealed record MessageSnapshot
{
    /// <summary>Its words and embeds; whose it was is not told.</summary>
    public Message? Message { get; init; }
}
