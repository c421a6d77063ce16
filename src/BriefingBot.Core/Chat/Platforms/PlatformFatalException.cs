using BriefingBot.Core.Diagnostics;

namespace BriefingBot.Core.Chat.Platforms;

/// <summary>
/// A platform turned the bot away: trying again would not help. The message says what to do, and where; it holds no secret.
/// </summary>
public class PlatformFatalException(string message) : OperatorException(message);
