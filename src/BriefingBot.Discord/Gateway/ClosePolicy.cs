namespace BriefingBot.Discord.Gateway;

/// <summary>What each close code calls for: Discord's table, told apart as discord.js does.</summary>
internal static class ClosePolicy
{
    public const int DisallowedIntents = 4014;

    /// <summary>The step that follows; a connection that broke without a code is resumed.</summary>
    public static GatewayNextStep After(int? code) =>
        code switch
        {
            1000 or 4003 or 4005 or 4007 or 4008 => GatewayNextStep.Identify,
            4004 or (>= 4010 and <= 4014) => GatewayNextStep.Stop,
            _ => GatewayNextStep.Resume,
        };

    /// <summary>What to do about a code that ends it all.</summary>
    public static string Advice(int code) =>
        code switch
        {
            4004 => "Discord refuses the bot's token (4004). Open the application in the Developer Portal, take a new one "
                + "at Bot > Reset Token, and set it as DISCORD_TOKEN.",
            4010 => "Discord does not know this shard (4010). Set Discord:Shards to 'auto', or keep Discord:ShardIds below Discord:Shards.",
            4011 => "The bot is in too many servers for its shards (4011). Set Discord:Shards to 'auto' or to a higher number.",
            4012 => "Discord no longer speaks this version of the gateway (4012). Update BriefingBot.",
            4013 => "Discord does not know the intents asked for (4013). Update BriefingBot.",
            DisallowedIntents => "Discord does not grant the intents asked for (4014). Open the application in the Developer Portal and "
                + "turn on Bot > Privileged Gateway Intents > Message Content Intent, or set Discord:MessageContent to "
                + "false.",
            _ => $"Discord ended the connection for good ({code}).",
        };
}
