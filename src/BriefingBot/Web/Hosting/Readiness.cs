using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Web.Hosting;

/// <summary>
/// Can questions be answered? Store and encoder are open before the host listens, so what is left is something to answer from: one stored
/// article, or the end of the index run at start, which may find the coverage empty. Once it is so it stays so. Safe for concurrent use.
/// </summary>
internal sealed class Readiness(IndexingState indexing, ICoverageStore store)
{
    private volatile bool _isReady;

    /// <summary>Looks; the store is not asked again once it had an article.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken) =>
        _isReady = _isReady || indexing.IsIndexed || await HoldsArticlesAsync(cancellationToken);

    private async Task<bool> HoldsArticlesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await store.GetStatusAsync(cancellationToken)).Articles > 0;
        }
        catch (StoreException)
        {
            // The index run meets the same and says why.
            return false;
        }
    }
}
