namespace BriefingBot.Discord.Protocol.Messages;

/// <summary>A button that sends an interaction.</summary>
internal sealed record Button
{
    public int Type { get; init; } = 2;

    public int Style { get; init; } = ButtonStyle.Secondary;

    /// <summary>At most 80 characters.</summary>
    public string? Label { get; init; }

    /// <summary>1 to 100 characters, unique in its message.</summary>
    public string? CustomId { get; init; }

    public bool? Disabled { get; init; }
}
