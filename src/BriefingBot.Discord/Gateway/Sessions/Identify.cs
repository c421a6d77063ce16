using BriefingBot.Discord.Gateway.Payloads;

namespace BriefingBot.Discord.Gateway.Sessions;

/// <summary>Who the bot is and what it wants to hear.</summary>
internal sealed record Identify
{
    public required string Token { get; init; }

    public required int Intents { get; init; }

    public IdentifyProperties Properties { get; init; } = new();

    /// <summary>This shard and how many there are.</summary>
    public required IReadOnlyList<int> Shard { get; init; }

    public Presence? Presence { get; init; }

    public int LargeThreshold { get; init; } = 50;
}
