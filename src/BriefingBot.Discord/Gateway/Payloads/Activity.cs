namespace BriefingBot.Discord.Gateway.Payloads;

/// <summary>A custom status: a line of text.</summary>
internal sealed record Activity
{
    private const int Custom = 4;

    public string Name { get; init; } = "Custom Status";

    public int Type { get; init; } = Custom;

    public required string State { get; init; }
}
