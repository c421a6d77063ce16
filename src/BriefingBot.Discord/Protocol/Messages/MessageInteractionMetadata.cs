using BriefingBot.Discord.Protocol.Guilds;

namespace BriefingBot.Discord.Protocol.Messages;

/// <summary>Which interaction a message answers.</summary>
internal sealed record MessageInteractionMetadata
{
    public Snowflake Id { get; init; }

    public User? User { get; init; }
}
