using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Intake;

namespace BriefingBot.Core.Commands.Reindex;

/// <summary>The final account of an index run.</summary>
/// <param name="Report">What it came to.</param>
public sealed record ReindexResult(IngestionReport Report) : CommandResult
{
    /// <summary>What reading the named source came to before it; null when none was fetched.</summary>
    public SourceCheck? Check { get; init; }
}
