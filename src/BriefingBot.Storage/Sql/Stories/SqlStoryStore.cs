using BriefingBot.Core.Coverage;
using BriefingBot.Core.Stories;

namespace BriefingBot.Storage.Sql.Stories;

/// <summary>The stories, in the file of the coverage.</summary>
public sealed class SqlStoryStore(SqlCoverageStore store, TimeProvider clock) : IStoryStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<ArticleId, StoryId>> FindStoriesAsync(
        IReadOnlyCollection<ArticleId> articles,
        CancellationToken cancellationToken
    ) => store.ReadAsync<IReadOnlyDictionary<ArticleId, StoryId>>(s => StoryReader.FindStories(s, articles), cancellationToken);

    /// <inheritdoc/>
    public Task<Story?> FindAsync(StoryId id, CancellationToken cancellationToken) =>
        store.ReadAsync(s => StoryReader.Find(s, id), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Story>> ListNewerAsync(StoryId? after, int limit, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<Story>>(s => StoryReader.ListNewer(s, after, limit), cancellationToken);

    /// <inheritdoc/>
    public async Task<StoryWork> TakeWorkAsync(CancellationToken cancellationToken)
    {
        // Most runs find nothing to let go of: those wait for no writer, and a store that can only be read stays unwritten.
        if (await store.ReadAsync(StoryWriter.HasWithdrawn, cancellationToken))
        {
            await store.WriteAsync(StoryWriter.ForgetWithdrawn, cancellationToken);
        }

        return await store.ReadAsync(StoryNodeReader.ReadWork, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReadOnlyMemory<float>>> GetVectorsAsync(ArticleId article, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<ReadOnlyMemory<float>>>(s => StoryNodeReader.ReadVectors(s, article), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoryNode>> ListNodesAsync(TimeWindow? window, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<StoryNode>>(s => StoryNodeReader.ReadNodes(s, window), cancellationToken);

    /// <inheritdoc/>
    public Task LinkAsync(IReadOnlyList<StoryNode> nodes, IReadOnlyList<StoryLink> links, CancellationToken cancellationToken) =>
        store.WriteAsync(s => StoryWriter.Link(s, nodes, links), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoryLink>> GetLinksAsync(IReadOnlyCollection<ArticleId> articles, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<StoryLink>>(s => StoryNodeReader.ReadLinks(s, articles), cancellationToken);

    /// <inheritdoc/>
    public Task SaveAsync(IReadOnlyList<StoryDecision> decisions, CancellationToken cancellationToken) =>
        store.WriteAsync(s => StoryWriter.Save(s, decisions, clock.GetUtcNow().ToUnixTimeMilliseconds()), cancellationToken);
}
