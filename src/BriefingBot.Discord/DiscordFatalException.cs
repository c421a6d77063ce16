using BriefingBot.Core.Chat.Platforms;

namespace BriefingBot.Discord;

/// <summary>Discord turned the bot away for good: trying again would not help. The message says what to do, and where.</summary>
public sealed class DiscordFatalException(string message) : PlatformFatalException(message);
