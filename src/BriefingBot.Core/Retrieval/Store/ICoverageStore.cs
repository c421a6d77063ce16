using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Retrieval.Store;

/// <summary>
/// The coverage at rest: articles with all their revisions, the passages of current revisions, a word index and a vector index over them.
/// Safe for concurrent use; readers are never blocked by a writer. Every method that changes something is one transaction: it happens
/// wholly or not at all.
/// </summary>
/// <exception cref="StoreException">Any method: the store cannot be used; the message says why and what to do.</exception>
public interface ICoverageStore
{
    /// <summary>
    /// Creates the store or brings its schema forward, and loads what is kept in memory. Called once before anything else; cheap when
    /// repeated.
    /// </summary>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>What the store holds.</summary>
    Task<StoreStatus> GetStatusAsync(CancellationToken cancellationToken);

    /// <summary>The fingerprint of every current article.</summary>
    Task<IReadOnlyDictionary<ArticleId, string>> GetFingerprintsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Where every current article was read (<see cref="IndexedArticle.Source"/>); those of which it is not known are missing.
    /// </summary>
    Task<IReadOnlyDictionary<ArticleId, string>> GetSourcesAsync(CancellationToken cancellationToken);

    /// <summary>Stores an article with its passages; a changed text, title, date or other field makes a new revision.</summary>
    Task<SaveOutcome> SaveAsync(IndexedArticle article, CancellationToken cancellationToken);

    /// <summary>Takes an article out of every search and list; its revisions stay readable. False when it was not current.</summary>
    Task<bool> WithdrawAsync(ArticleId id, CancellationToken cancellationToken);

    /// <summary>
    /// Switches to the configured encoder's vectors once every current passage has one, and drops those of the former encoder. Nothing to
    /// do when <see cref="StoreStatus.EncoderMatches"/>.
    /// </summary>
    /// <exception cref="StoreException">Some passage has no vector of the configured encoder yet.</exception>
    Task ActivateEncoderAsync(CancellationToken cancellationToken);

    /// <summary>What <see cref="SetSeenCoverageAsync"/> was told last; null when the articles have changed since, or never was.</summary>
    Task<string?> GetSeenCoverageAsync(CancellationToken cancellationToken);

    /// <summary>Keeps what tells the coverage that the store is in step with.</summary>
    Task SetSeenCoverageAsync(string stamp, CancellationToken cancellationToken);

    /// <summary>The best passages for any of the stems (OR), by BM25 over title and passage text, best first.</summary>
    /// <param name="stems">Porter stems as <see cref="Text.WordTokenizer"/> makes them; any text is safe, operators have no
    /// meaning.</param>
    /// <param name="filter">What may be seen.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    Task<IReadOnlyList<PassageHit>> SearchWordsAsync(
        IReadOnlyCollection<string> stems,
        CoverageFilter filter,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>The passages nearest to the vector by cosine, best first. Empty while the active vectors are another encoder's.</summary>
    Task<IReadOnlyList<PassageHit>> SearchVectorsAsync(
        ReadOnlyMemory<float> vector,
        CoverageFilter filter,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>The cosine of the vector and each passage's own, in the order of the keys; 0 where there is none.</summary>
    Task<IReadOnlyList<double>> GetSimilaritiesAsync(
        ReadOnlyMemory<float> vector,
        IReadOnlyList<long> keys,
        CancellationToken cancellationToken
    );

    /// <summary>In how many current passages (text or title) each stem stands, and how many passages there are.</summary>
    Task<PassageFrequencies> GetPassageFrequenciesAsync(IReadOnlyList<string> stems, CancellationToken cancellationToken);

    /// <summary>The passages with these keys, in their order; keys that are no longer current are left out.</summary>
    Task<IReadOnlyList<StoredPassage>> LoadPassagesAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken);

    /// <summary>One article; <paramref name="revision"/> null is the current one. Null when there is none.</summary>
    Task<StoredArticle?> FindArticleAsync(ArticleId id, int? revision, CancellationToken cancellationToken);

    /// <summary>
    /// The latest day, month or year that current articles name in full, by its first day; articles that name none are left out.
    /// </summary>
    Task<IReadOnlyDictionary<ArticleId, DateOnly>> FindLatestNamedAsync(
        IReadOnlyCollection<ArticleId> articles,
        CancellationToken cancellationToken
    );

    /// <summary>Current articles, newest first, undated last, ties by id.</summary>
    Task<ArticlePage> ListArticlesAsync(CoverageFilter filter, int offset, int limit, CancellationToken cancellationToken);

    /// <summary>Who published and wrote the current articles.</summary>
    Task<CoverageCredits> GetCreditsAsync(CancellationToken cancellationToken);

    /// <summary>The number of the article that came last (<see cref="Arrival.Number"/>); 0 when there never was one.</summary>
    /// <param name="moment">As it was then; null: now.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<long> GetLastArrivalAsync(DateTimeOffset? moment, CancellationToken cancellationToken);

    /// <summary>The numbers by which articles came; those that never did are missing.</summary>
    Task<IReadOnlyDictionary<ArticleId, long>> GetArrivalsAsync(
        IReadOnlyCollection<ArticleId> articles,
        CancellationToken cancellationToken
    );

    /// <summary>The current articles that came in a window, in their order of arrival.</summary>
    Task<IReadOnlyList<Arrival>> ListArrivalsAsync(ArrivalWindow window, int limit, CancellationToken cancellationToken);

    /// <summary>Keeps a question that found no answer, or counts it once more.</summary>
    /// <param name="question">The question.</param>
    /// <param name="asker">Who asked, in the words of the front (<c>slack:T1:U2</c>), so that it can be forgotten; null: nobody in
    /// particular.</param>
    /// <param name="asked">When.</param>
    /// <param name="cancellationToken">Ends the wait for other changes.</param>
    Task RecordGapAsync(string question, string? asker, DateTimeOffset asked, CancellationToken cancellationToken);

    /// <summary>The gaps, latest first.</summary>
    Task<IReadOnlyList<KnowledgeGap>> ListGapsAsync(int limit, CancellationToken cancellationToken);
}
