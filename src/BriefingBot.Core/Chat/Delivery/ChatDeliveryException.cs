namespace BriefingBot.Core.Chat.Delivery;

/// <summary>A platform did not accept a reply. The message is for the log: no tokens, no texts of users.</summary>
/// <param name="message">What happened.</param>
/// <param name="isPermanent">Trying again cannot help: the place is gone or closed to the bot. False: it is tried again.</param>
/// <param name="innerException">What lies behind it.</param>
public sealed class ChatDeliveryException(string message, bool isPermanent, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Trying again cannot help.</summary>
    public bool IsPermanent { get; } = isPermanent;

    /// <summary>
    /// The platform takes nothing from the bot at all, a token is refused: the question stays open until that is put right.
    /// </summary>
    public bool IsPlatformRefused { get; init; }

    /// <summary>How long the platform wants to be left alone there; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
