namespace BriefingBot.Core.Ingestion;

/// <summary>How far an index run is; reported after every article.</summary>
/// <param name="Done">Articles finished, unchanged ones included.</param>
/// <param name="Total">Articles found; grows until all sources are listed.</param>
public sealed record IngestionProgress(int Done, int Total)
{
    /// <summary>True while the run stands still.</summary>
    public bool IsPaused { get; init; }
}
