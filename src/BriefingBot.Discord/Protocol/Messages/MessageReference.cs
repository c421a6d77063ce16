namespace BriefingBot.Discord.Protocol.Messages;

/// <summary>What a message replies to.</summary>
internal sealed record MessageReference
{
    public Snowflake? MessageId { get; init; }

    public Snowflake? ChannelId { get; init; }

    /// <summary>False: a reply to a deleted message becomes a plain message.</summary>
    public bool? FailIfNotExists { get; init; }
}
