namespace BriefingBot.Discord.Protocol.Guilds;

/// <summary>What a managed role belongs to.</summary>
internal sealed record RoleTags
{
    /// <summary>The bot whose role it is.</summary>
    public Snowflake? BotId { get; init; }
}
