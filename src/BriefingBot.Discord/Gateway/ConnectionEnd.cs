namespace BriefingBot.Discord.Gateway;

/// <summary>Why a connection ended and what follows.</summary>
/// <param name="Next">What follows.</param>
/// <param name="Reason">For the log.</param>
/// <param name="CloseCode">The code that Discord closed with, if it did.</param>
internal sealed record ConnectionEnd(GatewayNextStep Next, string Reason, int? CloseCode = null)
{
    /// <summary>The session was declared invalid: Discord wants some patience.</summary>
    public bool WasInvalidSession { get; init; }

    /// <summary>Ended by Discord or by the network with a close code or without one.</summary>
    public static ConnectionEnd Closed(int? code, string? description) =>
        new(ClosePolicy.After(code), code is null ? $"the connection broke: {description}" : $"closed with {code} {description}", code);
}
