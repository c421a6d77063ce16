using System.Net;

namespace BriefingBot.Discord.Rest;

/// <summary>Discord refused a request, or could not be reached in three tries.</summary>
/// <param name="status">The HTTP status; null when there was no answer.</param>
/// <param name="code">Discord's own error code; 0 when it gave none.</param>
/// <param name="message">What happened.</param>
/// <param name="cause">What the network said.</param>
public sealed class DiscordApiException(HttpStatusCode? status, int code, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The HTTP status; null when there was no answer.</summary>
    public HttpStatusCode? Status { get; } = status;

    /// <summary>Discord's own error code; 0 when it gave none.</summary>
    public int Code { get; } = code;

    /// <summary>How long Discord wants to be left alone there; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The token of an interaction is over or was never good: what remains is the channel.</summary>
    public bool IsInteractionOver => Code is DiscordErrorCodes.UnknownInteraction or DiscordErrorCodes.UnknownWebhook or DiscordErrorCodes.UnknownMessage or DiscordErrorCodes.InvalidWebhookToken
        || (Code == 0 && Status is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized);

    internal static DiscordApiException Unauthorized(RestRoute route) => new(
        HttpStatusCode.Unauthorized,
        0,
        $"Discord refuses the bot's token ({route.Key}); nothing more is sent. Reset the token in the Developer Portal (Bot > Reset Token) and set it as DISCORD_TOKEN.");
}
