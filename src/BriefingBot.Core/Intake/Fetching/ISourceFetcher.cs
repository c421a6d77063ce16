namespace BriefingBot.Core.Intake.Fetching;

/// <summary>Reads sources over the network, politely and within bounds. Safe for concurrent use.</summary>
public interface ISourceFetcher
{
    /// <summary>What the source lists now; its state makes the request conditional.</summary>
    /// <exception cref="FetchException">It cannot be had; the message says why and what to do.</exception>
    Task<SourceListing> ListAsync(CoverageSource source, SourceState state, CancellationToken cancellationToken);

    /// <summary>Reads a page that the source lists.</summary>
    /// <param name="source">The source.</param>
    /// <param name="page">The page.</param>
    /// <param name="known">The version that is known already; null for none.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>Null when the host says that the known version is still the one.</returns>
    /// <exception cref="FetchException">It cannot be had; <see cref="FetchException.IsGone"/> when it is gone for good.</exception>
    Task<FetchedPage?> ReadPageAsync(CoverageSource source, Uri page, PageVersion? known, CancellationToken cancellationToken);
}
