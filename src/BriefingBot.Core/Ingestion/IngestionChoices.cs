namespace BriefingBot.Core.Ingestion;

/// <summary>How an index run goes about it.</summary>
public sealed record IngestionChoices
{
    /// <summary>Read and embed everything again, changed or not.</summary>
    public bool Rebuild { get; init; }

    /// <summary>Remove what is gone, however much it is.</summary>
    public bool AllowRemoval { get; init; }
}
