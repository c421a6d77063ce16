namespace BriefingBot.Core.Ingestion;

/// <summary>A source that could not be read; the run went on without it.</summary>
/// <param name="Source">The file, or file and line, relative to its coverage root.</param>
/// <param name="Reason">One line: what was wrong and what to do.</param>
public sealed record IngestionFailure(string Source, string Reason);
