using BriefingBot.Core.Ingestion;

namespace BriefingBot.Core.Commands.Reindex;

/// <summary>What came of trying to run: one of both is set.</summary>
/// <param name="Report">The account of the run.</param>
/// <param name="BusySince">Another run is going on since (UTC); nothing was done.</param>
public sealed record IndexRunOutcome(IngestionReport? Report, DateTimeOffset? BusySince);
