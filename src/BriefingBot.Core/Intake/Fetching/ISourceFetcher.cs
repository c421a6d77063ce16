using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Core.Intake.Fetching;

/// <summary>Reads sources over the network, politely and within bounds. Safe for concurrent use.</summary>
public interface ISourceFetcher
{
    /// <summary>What the source lists now; its state makes the request conditional.</summary>
    /// <exception cref="FetchException">It cannot be had; the message says why and what to do.</exception>
    Task<SourceListing> ListAsync(CoverageSource source, SourceState state, CancellationToken cancellationToken);

    /// <summary>Reads a page that the source lists.</summary>
    /// <exception cref="FetchException">It cannot be had; <see cref="FetchException.IsGone"/> when it is gone for good.</exception>
    Task<SourceDocument> ReadPageAsync(CoverageSource source, Uri page, CancellationToken cancellationToken);
}
