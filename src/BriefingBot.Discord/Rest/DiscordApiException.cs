using System.Net;
using BriefingBot.Core.Diagnostics;

namespace BriefingBot.Discord.Rest;

/// <summary>Discord refused a request, or could not be reached in three tries.</summary>
/// <param name="status">The HTTP status; null when there was no answer.</param>
/// <param name="code">Discord's own error code; 0 when it gave none.</param>
/// <param name="message">What happened.</param>
/// <param name="cause">What the network said.</param>
public sealed class DiscordApiException(HttpStatusCode? status, int code, string message, Exception? cause = null)
    : OperatorException(message, cause)
{
    /// <summary>The HTTP status; null when there was no answer.</summary>
    public HttpStatusCode? Status { get; } = status;

    /// <summary>Discord's own error code; 0 when it gave none.</summary>
    public int Code { get; } = code;

    /// <summary>The bot's token is no good: no request will succeed.</summary>
    public bool IsTokenRefused { get; private init; }

    /// <summary>The place is gone, archived or closed to the bot.</summary>
    public bool IsPlaceClosed =>
        Code
            is DiscordErrorCodes.MissingAccess
                or DiscordErrorCodes.MissingPermissions
                or DiscordErrorCodes.ThreadArchived
                or DiscordErrorCodes.UnknownChannel;

    /// <summary>The form of the message is not to Discord's liking.</summary>
    public bool IsFormRefused => Status == HttpStatusCode.BadRequest && !IsPlaceClosed;

    /// <summary>How long Discord wants to be left alone there; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The token of an interaction is over or was never good: what remains is the channel.</summary>
    public bool IsInteractionOver =>
        Code
            is DiscordErrorCodes.UnknownInteraction
                or DiscordErrorCodes.UnknownWebhook
                or DiscordErrorCodes.UnknownMessage
                or DiscordErrorCodes.InvalidWebhookToken
        || (Code == 0 && Status is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized);

    /// <summary>What to do when the token is refused.</summary>
    internal const string TokenAdvice =
        "Discord refuses the bot's token. Reset the token in the Developer Portal (Bot > Reset Token) and set it as "
        + "DISCORD_TOKEN, or write it into the file of Discord:TokenFile.";

    internal static DiscordApiException Unauthorized(RestRoute route) =>
        new(HttpStatusCode.Unauthorized, 0, $"{TokenAdvice} Nothing more is sent ({route.Key}).") { IsTokenRefused = true };
}
