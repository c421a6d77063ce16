namespace BriefingBot.Discord.Protocol.Guilds;

/// <summary>A role of a server.</summary>
internal sealed record Role
{
    public Snowflake Id { get; init; }

    public string? Name { get; init; }

    public RoleTags? Tags { get; init; }
}
