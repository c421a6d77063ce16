using System.Diagnostics;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Search;
using BriefingBot.Storage.Search.Feeding;
using BriefingBot.Storage.Search.Vectors;
using BriefingBot.Storage.Search.Words;
using BriefingBot.Storage.Sqlite.Articles;
using BriefingBot.Storage.Sqlite.Schema;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Storage.Sqlite;

/// <summary>
/// The coverage in one SQLite file. Searches run over columns in memory that follow every commit, of this process and of others on the same
/// file. SQLite works on the calling thread, so the tasks are complete when they are returned; only a change waits, for the change before
/// it. Disposing closes the file.
/// </summary>
public sealed class SqliteCoverageStore : ICoverageStore, IDisposable
{
    private readonly SqliteConnections _connections;
    private readonly SqliteSearch _search;
    private readonly ArticleWriter _writer;
    private readonly EncoderIdentity _encoder;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private volatile bool _isOpen;

    /// <summary>Nothing is opened before <see cref="OpenAsync"/>.</summary>
    public SqliteCoverageStore(
        IOptions<SqliteStoreOptions> options,
        EncoderIdentity encoder,
        TimeProvider clock,
        ILogger<SqliteCoverageStore> logger
    )
    {
        (_encoder, _clock, _logger) = (encoder, clock, logger);
        _connections = new SqliteConnections(options.Value);
        _search = new SqliteSearch(_connections, encoder, options.Value, logger);
        _writer = new ArticleWriter(encoder, clock);
    }

    /// <summary>The searches over this file.</summary>
    internal SqliteSearch Searches => _search;

    /// <inheritdoc/>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            if (!_isOpen)
            {
                Guard(Open);
                _isOpen = true;
            }
        }
        finally
        {
            _writing.Release();
        }
    }

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
        return await WriteAsync(s => _writer.Save(s, article), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> WithdrawAsync(ArticleId id, CancellationToken cancellationToken) =>
        WriteAsync(s => _writer.Withdraw(s, id), cancellationToken);

    /// <inheritdoc/>
    public Task ActivateEncoderAsync(CancellationToken cancellationToken) =>
        WriteAsync(s => VectorSets.Activate(s, _encoder, _clock), cancellationToken);

    /// <inheritdoc/>
    public Task<string?> GetSeenCoverageAsync(CancellationToken cancellationToken) =>
        ReadAsync(
            s =>
                s.Connection.ExecuteScalar<string>(
                    "SELECT stamp FROM seen_coverage WHERE index_state = (SELECT value FROM meta WHERE name = 'index_state')"
                ),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task SetSeenCoverageAsync(string stamp, CancellationToken cancellationToken) =>
        WriteAsync(
            s =>
                s.Execute(
                    "INSERT INTO seen_coverage (id, stamp, index_state) VALUES (1, $1, (SELECT value FROM meta WHERE "
                        + "name = 'index_state')) "
                        + "ON CONFLICT DO UPDATE SET stamp = excluded.stamp, index_state = excluded.index_state",
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
    ) =>
        SearchAsync<IReadOnlyList<PassageHit>>(
            (feed, snapshot) => WordSearch.Search(feed, snapshot, stems, filter, limit, cancellationToken),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<PassageHit>> SearchVectorsAsync(
        ReadOnlyMemory<float> vector,
        CoverageFilter filter,
        int limit,
        CancellationToken cancellationToken
    ) =>
        SearchAsync<IReadOnlyList<PassageHit>>(
            (feed, snapshot) => VectorSearch.Search(feed, snapshot, vector.Span, filter, limit),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<double>> GetSimilaritiesAsync(
        ReadOnlyMemory<float> vector,
        IReadOnlyList<long> keys,
        CancellationToken cancellationToken
    ) => SearchAsync<IReadOnlyList<double>>((feed, snapshot) => VectorSearch.Compare(feed, snapshot, vector.Span, keys), cancellationToken);

    /// <inheritdoc/>
    public Task<PassageFrequencies> GetPassageFrequenciesAsync(IReadOnlyList<string> stems, CancellationToken cancellationToken) =>
        SearchAsync((feed, snapshot) => WordSearch.CountPassages(feed, snapshot, stems, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredPassage>> LoadPassagesAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<StoredPassage>>(s => PassageReader.Load(s, keys), cancellationToken);

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

    /// <summary>
    /// Has SQLite look at every page of the open file: null when all is well, otherwise the first damage in its own words. Takes seconds on
    /// a large file.
    /// </summary>
    /// <exception cref="StoreException">The file is too damaged to be looked at.</exception>
    public Task<string?> FindDamageAsync(CancellationToken cancellationToken) =>
        ReadAsync(
            s => s.Connection.ExecuteScalar<string>("PRAGMA quick_check(1)") is var found && found == "ok" ? null : found,
            cancellationToken
        );

    /// <inheritdoc/>
    public void Dispose()
    {
        _isOpen = false;
        _connections.Dispose();
        _writing.Dispose();
    }

    private bool Open()
    {
        long started = Stopwatch.GetTimestamp();
        int before = _connections.Open();
        if (_connections.IsReadOnly)
        {
            _logger.ReadOnly(_connections.Path);
        }
        else if (before > 0 && before < SchemaMigrations.All.Count)
        {
            _logger.Migrated(_connections.Path, before, SchemaMigrations.All.Count);
        }

        _search.WriteMissingWords();
        var session = _connections.Rent();
        try
        {
            _search.Follow(session);
            var status = StatusReader.Read(session, _encoder);
            _logger.Opened(_connections.Path, status.Passages, status.Articles, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (!status.EncoderMatches)
            {
                _logger.OtherEncoder(_connections.Path, status.Encoder!.Name, _encoder.Name);
            }
        }
        finally
        {
            _connections.Return(session);
        }

        return true;
    }

    /// <summary>Reads on one of the pooled connections. For the other stores on this file too.</summary>
    internal Task<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            RequireOpen();
            return Task.FromResult(
                Guard(() =>
                {
                    var session = _connections.Rent();
                    try
                    {
                        return read(session);
                    }
                    finally
                    {
                        _connections.Return(session);
                    }
                })
            );
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }
        catch (Exception error)
        {
            return Task.FromException<T>(error);
        }
    }

    /// <summary>Writes, one after the other. For the other stores on this file too.</summary>
    internal async Task<T> WriteAsync<T>(Func<SqliteSession, T> write, CancellationToken cancellationToken)
    {
        RequireOpen();
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return Guard(() =>
            {
                var result = write(_connections.Writer);
                _search.FollowWriter();
                return result;
            });
        }
        finally
        {
            _writing.Release();
        }
    }

    private Task<T> SearchAsync<T>(Func<IPassageFeed, PassageSnapshot, T> search, CancellationToken cancellationToken) =>
        ReadAsync(session => _search.Search(session, search), cancellationToken);

    private T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.Explain(error, _connections.Path);
        }
    }

    private void RequireOpen()
    {
        if (!_isOpen)
        {
            throw new InvalidOperationException("The store was not opened.");
        }
    }
}
