namespace BriefingBot.Core.Ingestion;

/// <summary>How an index run goes about it.</summary>
public sealed record IngestionChoices
{
    /// <summary>Read and embed everything again, changed or not.</summary>
    public bool Rebuild { get; init; }

    /// <summary>Read and embed everything below this path again, changed or not; null for nowhere.</summary>
    public string? RebuildWithin { get; init; }

    /// <summary>Remove what is gone, however much it is.</summary>
    public bool AllowRemoval { get; init; }

    /// <summary>
    /// The <see cref="RemovalMark"/> of a removal that was held back and may be made now, if it is still the same; null for none.
    /// </summary>
    public string? ConfirmedRemoval { get; init; }

    /// <summary>
    /// Leave a coverage unread when none of its files has another name, size or time of change than at the end of the last run, and that
    /// had nothing to report. For starts: who asks for a run means that the files are read.
    /// </summary>
    public bool TrustsFileTimes { get; init; }

    /// <summary>Where the run stands still while it is closed; null for nowhere.</summary>
    public RunGate? Gate { get; init; }
}
