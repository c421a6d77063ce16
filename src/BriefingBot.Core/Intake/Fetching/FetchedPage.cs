using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Core.Intake.Fetching;

/// <summary>A page that was read.</summary>
/// <param name="Document">What stands there.</param>
/// <param name="Version">For the next, conditional request.</param>
public sealed record FetchedPage(SourceDocument Document, PageVersion Version);
