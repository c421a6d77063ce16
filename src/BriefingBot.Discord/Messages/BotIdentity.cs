namespace BriefingBot.Discord.Messages;

/// <summary>Who the bot is on Discord.</summary>
/// <param name="User">Its user id.</param>
/// <param name="Application">Its application id.</param>
internal sealed record BotIdentity(Snowflake User, Snowflake Application);
