using BriefingBot.Discord.Protocol.Guilds;

namespace BriefingBot.Discord.Protocol;

/// <summary>The first event of a session.</summary>
internal sealed record Ready
{
    public required User User { get; init; }

    public required string SessionId { get; init; }

    public required string ResumeGatewayUrl { get; init; }

    public Application? Application { get; init; }

    public IReadOnlyList<Guild> Guilds
    {
        get;
        init => field = value.Present();
    } = [];
}
