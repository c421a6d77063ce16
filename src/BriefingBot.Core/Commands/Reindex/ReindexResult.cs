using BriefingBot.Core.Ingestion;

namespace BriefingBot.Core.Commands.Reindex;

/// <summary>The final account of an index run.</summary>
/// <param name="Report">What it came to.</param>
public sealed record ReindexResult(IngestionReport Report) : CommandResult;
