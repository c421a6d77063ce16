using System.Diagnostics;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Moving;
using BriefingBot.Storage.Pgvector;
using BriefingBot.Storage.Sql.Articles;
using BriefingBot.Storage.Sql.Searching;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Storage.Sql;

/// <summary>
/// The coverage in a database. Searches see every commit, of this process and of others on the same database. Disposing closes it.
/// </summary>
public abstract class SqlCoverageStore : ICoverageStore, IDisposable
{
    private readonly ArticleWriter _writer;
    private readonly RevisionCache _revisions;
    private readonly CreditCache _credits = new();
    private readonly EncoderIdentity _encoder;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;

    private protected SqlCoverageStore(EncoderIdentity encoder, TimeProvider clock, RevisionCache revisions, ILogger logger)
    {
        _revisions = revisions;
        (_encoder, _clock, _logger) = (encoder, clock, logger);
        _writer = new ArticleWriter(encoder, clock);
    }

    /// <summary>What messages call the database: its file, or its name and server. No secrets.</summary>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract Task OpenAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public Task<StoreStatus> GetStatusAsync(CancellationToken cancellationToken) =>
        ReadAsync(s => StatusReader.Read(s, _encoder), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<ArticleId, string>> GetFingerprintsAsync(CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyDictionary<ArticleId, string>>(ArticleReader.ReadFingerprints, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<ArticleId, string>> GetSourcesAsync(CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyDictionary<ArticleId, string>>(ArticleReader.ReadSources, cancellationToken);

    /// <inheritdoc/>
    public async Task<SaveOutcome> SaveAsync(IndexedArticle article, CancellationToken cancellationToken)
    {
        IndexedArticleCheck.Check(article, _encoder);
        return await ChangeAsync(s => _writer.Save(s, article), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> WithdrawAsync(ArticleId id, CancellationToken cancellationToken) =>
        ChangeAsync(s => _writer.Withdraw(s, id), cancellationToken);

    /// <inheritdoc/>
    public Task ActivateEncoderAsync(CancellationToken cancellationToken) =>
        ChangeAsync(s => VectorSets.Activate(s, _encoder, _clock), cancellationToken);

    /// <inheritdoc/>
    public Task<string?> GetSeenCoverageAsync(CancellationToken cancellationToken) =>
        ReadAsync(
            s => s.ReadText("SELECT stamp FROM seen_coverage WHERE index_state = (SELECT value FROM meta WHERE name = 'index_state')"),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task SetSeenCoverageAsync(string stamp, CancellationToken cancellationToken) =>
        WriteAsync(
            s =>
                s.Execute(
                    "INSERT INTO seen_coverage (id, stamp, index_state) VALUES (1, $1, (SELECT value FROM meta WHERE "
                        + "name = 'index_state')) "
                        + "ON CONFLICT (id) DO UPDATE SET stamp = excluded.stamp, index_state = excluded.index_state",
                    stamp
                ),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<PassageHit>> SearchWordsAsync(
        IReadOnlyCollection<string> stems,
        CoverageFilter filter,
        int limit,
        CancellationToken cancellationToken
    ) => ReadAsync(s => Searches.SearchWords(s, stems, filter, limit, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PassageHit>> SearchVectorsAsync(
        ReadOnlyMemory<float> vector,
        CoverageFilter filter,
        int limit,
        CancellationToken cancellationToken
    ) => ReadAsync(s => Searches.SearchVectors(s, vector, filter, limit), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<double>> GetSimilaritiesAsync(
        ReadOnlyMemory<float> vector,
        IReadOnlyList<long> keys,
        CancellationToken cancellationToken
    ) => ReadAsync(s => Searches.Compare(s, vector, keys), cancellationToken);

    /// <inheritdoc/>
    public Task<PassageFrequencies> GetPassageFrequenciesAsync(IReadOnlyList<string> stems, CancellationToken cancellationToken) =>
        ReadAsync(s => Searches.CountPassages(s, stems, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredPassage>> LoadPassagesAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<StoredPassage>>(s => PassageReader.Load(s, keys, _revisions), cancellationToken);

    /// <inheritdoc/>
    public Task<StoredArticle?> FindArticleAsync(ArticleId id, int? revision, CancellationToken cancellationToken) =>
        ReadAsync(s => ArticleReader.Find(s, id, revision), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<ArticleId, DateOnly>> FindLatestNamedAsync(
        IReadOnlyCollection<ArticleId> articles,
        CancellationToken cancellationToken
    ) => ReadAsync<IReadOnlyDictionary<ArticleId, DateOnly>>(s => ArticleReader.FindLatestNamed(s, articles), cancellationToken);

    /// <summary>
    /// Current articles, newest first, undated last, ties by id. A window means their publication: what a passage names puts no article on
    /// the list.
    /// </summary>
    /// <inheritdoc/>
    public Task<ArticlePage> ListArticlesAsync(CoverageFilter filter, int offset, int limit, CancellationToken cancellationToken) =>
        ReadAsync(s => ArticleReader.List(s, filter, offset, limit), cancellationToken);

    /// <inheritdoc/>
    public Task<CoverageCredits> GetCreditsAsync(CancellationToken cancellationToken) => ReadAsync(_credits.Read, cancellationToken);

    /// <inheritdoc/>
    public Task<long> GetLastArrivalAsync(DateTimeOffset? moment, CancellationToken cancellationToken) =>
        ReadAsync(s => ArrivalReader.ReadLast(s, moment?.ToUnixTimeMilliseconds()), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<ArticleId, long>> GetArrivalsAsync(
        IReadOnlyCollection<ArticleId> articles,
        CancellationToken cancellationToken
    ) => ReadAsync<IReadOnlyDictionary<ArticleId, long>>(s => ArrivalReader.Find(s, articles), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Arrival>> ListArrivalsAsync(ArrivalWindow window, int limit, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<Arrival>>(s => ArrivalReader.List(s, window, limit), cancellationToken);

    /// <inheritdoc/>
    public Task RecordGapAsync(string question, string? asker, DateTimeOffset asked, CancellationToken cancellationToken) =>
        WriteAsync(
            s =>
            {
                GapLog.Record(s, question, asker, asked);
                return true;
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeGap>> ListGapsAsync(int limit, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<KnowledgeGap>>(s => GapLog.List(s, limit), cancellationToken);

    /// <summary>The time by the clock of the machine that keeps the store (UTC).</summary>
    public abstract Task<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken);

    /// <summary>What the store takes on the disk, in bytes.</summary>
    public abstract Task<long> GetSizeAsync(CancellationToken cancellationToken);

    /// <summary>The version of pgvector that searches in the database; null when searches are in memory. The store is open.</summary>
    public string? PgvectorVersion => (Searches as PgvectorSearch)?.Version;

    /// <summary>What is wrong with what is stored, in the engine's words; null when nothing is. Takes seconds on a large store.</summary>
    /// <exception cref="StoreException">It is too damaged to be looked at.</exception>
    public abstract Task<string?> FindDamageAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>The searches over this database.</summary>
    internal abstract ICoverageSearch Searches { get; }

    /// <summary>May processes on several machines work on it?</summary>
    internal abstract bool IsShared { get; }

    /// <summary>Reads. For the other stores in this database too.</summary>
    internal abstract Task<T> ReadAsync<T>(Func<SqlSession, T> read, CancellationToken cancellationToken);

    /// <summary>Changes what no search sees. For the other stores in this database.</summary>
    internal abstract Task<T> WriteAsync<T>(Func<SqlSession, T> write, CancellationToken cancellationToken);

    /// <summary>
    /// As <see cref="WriteAsync"/>, and what is removed cannot be read from the disk afterwards, as far as the engine can.
    /// </summary>
    internal abstract Task<T> EraseAsync<T>(Func<SqlSession, T> erase, CancellationToken cancellationToken);

    /// <summary>Changes the coverage; searches of this process see it when the task completes.</summary>
    private protected abstract Task<T> ChangeAsync<T>(Func<SqlSession, T> change, CancellationToken cancellationToken);

    /// <summary>Refuses what is no whole store, makes the searches ready, and says what was opened.</summary>
    /// <param name="session">Reads.</param>
    /// <param name="started">When opening began, as <see cref="Stopwatch.GetTimestamp"/>.</param>
    /// <returns>True.</returns>
    /// <exception cref="StoreException">It is an unfinished copy, or the database lacks what the searches need.</exception>
    private protected bool OpenSearches(SqlSession session, long started)
    {
        UnfinishedCopy.Refuse(session, Name);
        Searches.Open(session);
        var status = StatusReader.Read(session, _encoder);
        _logger.Opened(Name, status.Passages, status.Articles, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        if (!status.EncoderMatches)
        {
            _logger.OtherEncoder(Name, status.Encoder!.Name, _encoder.Name);
        }

        return true;
    }
}
