namespace BriefingBot.Core.Ingestion;

/// <summary>What an index run came to.</summary>
/// <param name="Articles">Current articles after the run.</param>
/// <param name="Added">New articles.</param>
/// <param name="Updated">Articles whose content, or whose encoder, changed.</param>
/// <param name="Unchanged">Articles with nothing to do.</param>
/// <param name="Removed">Articles that are no longer in the coverage.</param>
/// <param name="Failed">Sources that could not be read, each with a reason.</param>
/// <param name="Passages">Current passages after the run.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Encoding">The part of it during which the encoder was at work.</param>
public sealed record IngestionReport(
    int Articles,
    int Added,
    int Updated,
    int Unchanged,
    int Removed,
    IReadOnlyList<IngestionFailure> Failed,
    int Passages,
    TimeSpan Elapsed,
    TimeSpan Encoding
)
{
    /// <summary>How the thresholds came to fit the encoder, for people; null for an encoder that was measured.</summary>
    public string? Calibration { get; init; }

    /// <summary>What was left out on purpose: formats that are not read, drafts. Each with a reason.</summary>
    public IReadOnlyList<IngestionFailure> Skipped { get; init; } = [];

    /// <summary>Removals that the run did not make because they would have taken too much; empty when it made all.</summary>
    public IReadOnlyList<HeldRemoval> HeldBack { get; init; } = [];

    /// <summary>What confirms the removal that was held back; null when none was.</summary>
    public string? HeldMark { get; init; }
}
