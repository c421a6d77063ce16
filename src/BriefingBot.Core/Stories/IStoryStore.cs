using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Stories;

/// <summary>
/// The stories of the coverage at rest, and the links between articles that they are decided from. Safe for concurrent use; every change
/// happens wholly or not at all.
/// </summary>
/// <exception cref="StoreException">Any method: the store cannot be used.</exception>
public interface IStoryStore
{
    /// <summary>The story of each of the articles; those that are not grouped yet, or no longer current, are missing.</summary>
    Task<IReadOnlyDictionary<ArticleId, StoryId>> FindStoriesAsync(
        IReadOnlyCollection<ArticleId> articles,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// A story with its current reports; one that became part of another leads to that one. Null when there is none, or no report is left.
    /// </summary>
    Task<Story?> FindAsync(StoryId id, CancellationToken cancellationToken);

    /// <summary>
    /// Stories that were made after one, the oldest first; null: from the first on. Stories without reports are left out.
    /// </summary>
    Task<IReadOnlyList<Story>> ListNewerAsync(StoryId? after, int limit, CancellationToken cancellationToken);

    /// <summary>Lets go of withdrawn articles and says what is to be linked and grouped.</summary>
    Task<StoryWork> TakeWorkAsync(CancellationToken cancellationToken);

    /// <summary>The active vectors of an article's passages, in their order; empty where there is none.</summary>
    Task<IReadOnlyList<ReadOnlyMemory<float>>> GetVectorsAsync(ArticleId article, CancellationToken cancellationToken);

    /// <summary>The linked articles published in the window, and all undated ones; null: all.</summary>
    Task<IReadOnlyList<StoryNode>> ListNodesAsync(TimeWindow? window, CancellationToken cancellationToken);

    /// <summary>
    /// Puts articles in the place of what was kept of them, with their links; they, and the neighbours that they had, are ungrouped until
    /// they are saved.
    /// </summary>
    /// <param name="nodes">The articles.</param>
    /// <param name="links">Links among them and to linked articles.</param>
    /// <param name="cancellationToken">Ends the wait for other changes.</param>
    Task LinkAsync(IReadOnlyList<StoryNode> nodes, IReadOnlyList<StoryLink> links, CancellationToken cancellationToken);

    /// <summary>The links of any of the articles.</summary>
    Task<IReadOnlyList<StoryLink>> GetLinksAsync(IReadOnlyCollection<ArticleId> articles, CancellationToken cancellationToken);

    /// <summary>Writes what was decided. A new story that another process made of the same articles meanwhile is not made again.</summary>
    Task SaveAsync(IReadOnlyList<StoryDecision> decisions, CancellationToken cancellationToken);
}
