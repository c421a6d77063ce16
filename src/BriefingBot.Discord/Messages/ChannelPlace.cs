using BriefingBot.Discord.Protocol.Guilds;

namespace BriefingBot.Discord.Messages;

/// <summary>What is known of a channel.</summary>
/// <param name="Type">Its kind.</param>
/// <param name="Parent">Of a thread: the channel that it is in; of a channel: its category.</param>
/// <param name="Guild">Its server.</param>
internal sealed record ChannelPlace(int Type, Snowflake? Parent, Snowflake? Guild)
{
    /// <summary>It is a thread.</summary>
    public bool IsThread => ChannelTypes.IsThread(Type);
}
