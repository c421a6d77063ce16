namespace BriefingBot.Discord.Protocol.Guilds;

/// <summary>With whom a channel of direct messages is opened.</summary>
internal sealed record DirectOpen(Snowflake RecipientId);
