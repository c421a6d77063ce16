using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Tests.Ingestion;

/// <summary>A store in memory that remembers what ingestion asked of it.</summary>
internal sealed class RecordingStore : ICoverageStore
{
    public Dictionary<ArticleId, IndexedArticle> Articles { get; } = [];

    public List<string> Changes { get; } = [];

    public bool EncoderMatches { get; set; } = true;

    public Action<IndexedArticle>? OnSave { get; set; }

    public Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<StoreStatus> GetStatusAsync(CancellationToken cancellationToken) =>
        Task.FromResult(
            new StoreStatus(
                Articles.Count,
                Articles.Values.Count(a => a.Article.Published is null),
                Articles.Values.Sum(a => a.Passages.Count),
                null,
                EncoderMatches,
                1,
                Changes.Count,
                null,
                null
            )
        );

    public Task<IReadOnlyDictionary<ArticleId, string>> GetFingerprintsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<ArticleId, string>>(Articles.ToDictionary(pair => pair.Key, pair => pair.Value.Fingerprint));

    public Task<IReadOnlyDictionary<ArticleId, string>> GetSourcesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<ArticleId, string>>(
            Articles.Where(pair => pair.Value.Source is not null).ToDictionary(pair => pair.Key, pair => pair.Value.Source!)
        );

    public Task<SaveOutcome> SaveAsync(IndexedArticle article, CancellationToken cancellationToken)
    {
        OnSave?.Invoke(article);
        cancellationToken.ThrowIfCancellationRequested();
        var outcome = Articles.TryGetValue(article.Article.Id, out var known)
            ? known.Article.Text == article.Article.Text
                ? SaveOutcome.Refreshed
                : SaveOutcome.Revised
            : SaveOutcome.Added;
        Articles[article.Article.Id] = article;
        Changes.Add($"{outcome} {article.Article.Id}");
        return Task.FromResult(outcome);
    }

    public Task<bool> WithdrawAsync(ArticleId id, CancellationToken cancellationToken)
    {
        Changes.Add($"Withdrawn {id}");
        return Task.FromResult(Articles.Remove(id));
    }

    public Task ActivateEncoderAsync(CancellationToken cancellationToken)
    {
        Changes.Add("Activated");
        EncoderMatches = true;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<PassageHit>> SearchWordsAsync(
        IReadOnlyCollection<string> stems,
        CoverageFilter filter,
        int limit,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<IReadOnlyList<PassageHit>> SearchVectorsAsync(
        ReadOnlyMemory<float> vector,
        CoverageFilter filter,
        int limit,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<IReadOnlyList<double>> GetSimilaritiesAsync(
        ReadOnlyMemory<float> vector,
        IReadOnlyList<long> keys,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<ArticleId, DateOnly>> FindLatestNamedAsync(
        IReadOnlyCollection<ArticleId> articles,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public string? Seen { get; set; }

    public Task<string?> GetSeenCoverageAsync(CancellationToken cancellationToken) => Task.FromResult(Seen);

    public Task SetSeenCoverageAsync(string stamp, CancellationToken cancellationToken)
    {
        Seen = stamp;
        return Task.CompletedTask;
    }

    public Task<PassageFrequencies> GetPassageFrequenciesAsync(IReadOnlyList<string> stems, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<StoredPassage>> LoadPassagesAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<StoredArticle?> FindArticleAsync(ArticleId id, int? revision, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ArticlePage> ListArticlesAsync(CoverageFilter filter, int offset, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<CoverageCredits> GetCreditsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RecordGapAsync(string question, string? asker, DateTimeOffset asked, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<KnowledgeGap>> ListGapsAsync(int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<long> GetLastArrivalAsync(DateTimeOffset? moment, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<ArticleId, long>> GetArrivalsAsync(
        IReadOnlyCollection<ArticleId> articles,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<IReadOnlyList<Arrival>> ListArrivalsAsync(ArrivalWindow window, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
