namespace BriefingBot.Discord.Protocol.Interactions;

/// <summary>A field for text in a form.</summary>
internal sealed record TextField
{
    /// <summary>Several lines.</summary>
    public const int Paragraph = 2;

    public int Type { get; init; } = 4;

    public string? CustomId { get; init; }

    public int? Style { get; init; }

    /// <summary>At most 45 characters.</summary>
    public string? Label { get; init; }

    public int? MaxLength { get; init; }

    public bool? Required { get; init; }

    /// <summary>What was written; only in what comes back.</summary>
    public string? Value { get; init; }
}
