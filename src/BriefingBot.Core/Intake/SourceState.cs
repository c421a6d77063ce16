namespace BriefingBot.Core.Intake;

/// <summary>What the last checks of a source came to.</summary>
public sealed record SourceState
{
    /// <summary>Never checked.</summary>
    public static SourceState New { get; } = new();

    /// <summary>When it was checked last (UTC); null for never.</summary>
    public DateTimeOffset? Checked { get; init; }

    /// <summary>When it is due (UTC); null for now.</summary>
    public DateTimeOffset? NextCheck { get; init; }

    /// <summary>When a check brought something new or changed last (UTC).</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>The ETag that came with the last content, for a conditional request.</summary>
    public string? ETag { get; init; }

    /// <summary>The Last-Modified that came with the last content, as it was written.</summary>
    public string? LastModified { get; init; }

    /// <summary>How many checks have failed one after the other.</summary>
    public int Failures { get; init; }

    /// <summary>Why the last check failed; null when it did not.</summary>
    public string? Error { get; init; }
}
