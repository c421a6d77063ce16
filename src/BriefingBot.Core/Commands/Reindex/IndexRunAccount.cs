using BriefingBot.Core.Ingestion;

namespace BriefingBot.Core.Commands.Reindex;

/// <summary>A finished index run.</summary>
/// <param name="Report">What it came to.</param>
/// <param name="Ended">When it ended (UTC).</param>
public sealed record IndexRunAccount(IngestionReport Report, DateTimeOffset Ended);
