namespace BriefingBot.Discord.Gateway.Sessions;

/// <summary>Which session, and from where on.</summary>
internal sealed record Resume
{
    public required string Token { get; init; }

    public required string SessionId { get; init; }

    public required long Seq { get; init; }
}
