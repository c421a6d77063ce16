namespace BriefingBot.Discord.Protocol.Guilds;

/// <summary>A channel or thread, as far as it is read.</summary>
internal sealed record Channel
{
    public Snowflake Id { get; init; }

    public int Type { get; init; }

    public Snowflake? GuildId { get; init; }

    public string? Name { get; init; }

    /// <summary>Of a thread: who started it.</summary>
    public Snowflake? OwnerId { get; init; }

    public Snowflake? ParentId { get; init; }

    /// <summary>The newest message; may point to one that is gone.</summary>
    public Snowflake? LastMessageId { get; init; }
}
