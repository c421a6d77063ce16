namespace BriefingBot.Discord.Gateway.Payloads;

/// <summary>The dispatches that are read; all others are only counted.</summary>
internal static class GatewayEventNames
{
    public const string Ready = "READY";
    public const string Resumed = "RESUMED";
    public const string GuildCreate = "GUILD_CREATE";
    public const string ChannelCreate = "CHANNEL_CREATE";
    public const string ThreadCreate = "THREAD_CREATE";
    public const string MessageCreate = "MESSAGE_CREATE";
    public const string MessageUpdate = "MESSAGE_UPDATE";
    public const string MessageDelete = "MESSAGE_DELETE";
    public const string MessageDeleteBulk = "MESSAGE_DELETE_BULK";
    public const string InteractionCreate = "INTERACTION_CREATE";
}
