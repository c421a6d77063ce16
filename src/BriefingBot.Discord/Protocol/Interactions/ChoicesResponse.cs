namespace BriefingBot.Discord.Protocol.Interactions;

/// <summary>What may be meant by the beginning of an option.</summary>
internal sealed record ChoicesResponse
{
    /// <summary>The most that are taken.</summary>
    public const int Most = 25;

    public int Type { get; init; } = 8;

    public required ChoicesData Data { get; init; }
}
