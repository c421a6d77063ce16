namespace BriefingBot.Core.Chat;

/// <summary>Where something was said.</summary>
/// <param name="Platform">The name of the <see cref="IChatPlatform"/>.</param>
/// <param name="Space">The guild or workspace; null in Discord's DMs.</param>
/// <param name="Channel">The channel whose settings hold; for a thread the channel that it is in.</param>
/// <param name="Thread">The thread: on Discord its id, which is that of the message it starts from; on Slack the ts of that message. Null
/// outside threads.</param>
/// <param name="IsDirect">Between one person and the bot.</param>
public sealed record ChatAddress(string Platform, string? Space, string Channel, string? Thread = null, bool IsDirect = false);
