using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Stories.Deciding;

/// <summary>
/// Reads articles for comparison and keeps the last thousand or two of them: neighbours come one after the other. Not thread-safe.
/// </summary>
internal sealed class ProfileCache(ICoverageStore coverage, IStoryStore stories, ILogger logger)
{
    private const int Generation = 1_000;

    private Dictionary<ArticleId, StoryProfile?> _young = [];
    private Dictionary<ArticleId, StoryProfile?> _old = [];

    /// <summary>What the article is compared by; null when it is gone or cannot be read, which is logged and stops nothing.</summary>
    public async Task<StoryProfile?> FindAsync(ArticleId id, CancellationToken cancellationToken)
    {
        if (_young.TryGetValue(id, out var profile))
        {
            return profile;
        }

        if (!_old.TryGetValue(id, out profile))
        {
            profile = await ReadAsync(id, cancellationToken);
        }

        if (_young.Count == Generation)
        {
            (_old, _young) = (_young, []);
        }

        _young.Add(id, profile);
        return profile;
    }

    private async Task<StoryProfile?> ReadAsync(ArticleId id, CancellationToken cancellationToken)
    {
        if (await coverage.FindArticleAsync(id, null, cancellationToken) is not { } stored)
        {
            return null;
        }

        var vectors = await stories.GetVectorsAsync(id, cancellationToken);
        try
        {
            return new StoryProfile(stored.Article, vectors);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // One odd article must not keep all others from their stories.
            StoryLog.NotRead(logger, id.Value, exception.Message);
            return null;
        }
    }
}
