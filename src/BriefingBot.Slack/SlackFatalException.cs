using BriefingBot.Core.Chat.Platforms;

namespace BriefingBot.Slack;

/// <summary>Slack turned the bot away for good: trying again would not help. The message says what to do, and where.</summary>
public sealed class SlackFatalException(string message) : PlatformFatalException(message);
