using System.Diagnostics;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Search;
using BriefingBot.Storage.Sqlite.Schema;
using BriefingBot.Storage.Sqlite.Words;
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
public sealed class SqliteCoverageStore(
    IOptions<SqliteStoreOptions> options,
    EncoderIdentity encoder,
    TimeProvider clock,
    ILogger<SqliteCoverageStore> logger
) : ICoverageStore, IDisposable
{
    private readonly SqliteConnections _connections = new(options.Value);
    private readonly PassageIndex _index = new(encoder, options.Value.SearchMemory);
    private readonly ArticleWriter _writer = new(encoder, clock);
    private readonly SemaphoreSlim _writing = new(1, 1);
    private volatile bool _isOpen;
    private bool _saidThatVectorsDoNotFit;
    private Task _compaction = Task.CompletedTask;

    /// <summary>The work beside the others that leaves withdrawn passages out of memory; it ends well whatever happens to it.</summary>
    internal Task Compaction => _compaction;

    /// <summary>Rows in memory, those of withdrawn passages included.</summary>
    internal int Rows => _index.Current.Count;

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
        ReadAsync(s => StatusReader.Read(s, encoder), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<ArticleId, string>> GetFingerprintsAsync(CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyDictionary<ArticleId, string>>(ArticleReader.ReadFingerprints, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<ArticleId, string>> GetSourcesAsync(CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyDictionary<ArticleId, string>>(ArticleReader.ReadSources, cancellationToken);

    /// <inheritdoc/>
    public async Task<SaveOutcome> SaveAsync(IndexedArticle article, CancellationToken cancellationToken)
    {
        IndexedArticleCheck.Check(article, encoder);
        return await WriteAsync(s => _writer.Save(s, article), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> WithdrawAsync(ArticleId id, CancellationToken cancellationToken) =>
        WriteAsync(s => _writer.Withdraw(s, id), cancellationToken);

    /// <inheritdoc/>
    public Task ActivateEncoderAsync(CancellationToken cancellationToken) =>
        WriteAsync(s => VectorSets.Activate(s, encoder, clock), cancellationToken);

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
                    "INSERT INTO seen_coverage (id, stamp, index_state) VALUES (1, $1, (SELECT value FROM meta WHERE name = 'index_state')) "
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
            logger.ReadOnly(_connections.Path);
        }
        else if (before > 0 && before < SchemaMigrations.All.Count)
        {
            logger.Migrated(_connections.Path, before, SchemaMigrations.All.Count);
        }

        WriteMissingWords();
        var session = _connections.Rent();
        try
        {
            _index.Follow(Feed(session));
            SayWhetherVectorsFit();
            var status = StatusReader.Read(session, encoder);
            logger.Opened(_connections.Path, status.Passages, status.Articles, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (!status.EncoderMatches)
            {
                logger.OtherEncoder(_connections.Path, status.Encoder!.Name, encoder.Name);
            }
        }
        finally
        {
            _connections.Return(session);
        }

        return true;
    }

    private void WriteMissingWords()
    {
        if (_connections.IsReadOnly)
        {
            RequireWords();
            return;
        }

        long started = Stopwatch.GetTimestamp();
        int written = WordFiller.Fill(_connections.Writer);
        if (written > 0)
        {
            logger.WroteWords(_connections.Path, written, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private void RequireWords()
    {
        var session = _connections.Rent();
        try
        {
            if (WordFiller.FindMissing(session) >= 0)
            {
                throw new StoreException(
                    $"The store '{_connections.Path}' was left in the middle of its upgrade and cannot be written: make the file and its folder "
                        + "writable once."
                );
            }
        }
        finally
        {
            _connections.Return(session);
        }
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
                _index.CatchUp(Feed(_connections.Writer));
                if (BlockWriter.CompleteNext(_connections.Writer))
                {
                    _index.CatchUp(Feed(_connections.Writer));
                }

                SayWhetherVectorsFit();
                if (_index.IsWasteful && _compaction.IsCompleted)
                {
                    _compaction = Task.Run(Compact, CancellationToken.None);
                }

                return result;
            });
        }
        finally
        {
            _writing.Release();
        }
    }

    private void Compact()
    {
        long started = Stopwatch.GetTimestamp();
        var before = _index.Current;
        try
        {
            var session = _connections.Rent();
            try
            {
                _index.Compact(Feed(session));
            }
            finally
            {
                _connections.Return(session);
            }

            logger.Compacted(_connections.Path, before.Count - before.Live, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (Exception exception) when (exception is SqliteException or ObjectDisposedException)
        {
            logger.NotCompacted(_connections.Path, exception);
        }
    }

    private Task<T> SearchAsync<T>(Func<IPassageFeed, PassageSnapshot, T> search, CancellationToken cancellationToken) =>
        ReadAsync(
            session =>
            {
                var feed = Feed(session);
                return search(feed, _index.Follow(feed));
            },
            cancellationToken
        );

    private SqlitePassageFeed Feed(SqliteSession session) => new(session, _connections, encoder);

    private void SayWhetherVectorsFit()
    {
        var current = _index.Current;
        if (!_saidThatVectorsDoNotFit && current is { VectorSet: not null, Columns.Codes: null })
        {
            _saidThatVectorsDoNotFit = true;
            long bytes = current.Count * (long)current.Columns.Dimensions;
            logger.VectorsDoNotFit(_connections.Path, bytes >> 20, options.Value.MemoryMegabytes, SqliteStoreOptions.MegabytesFor(bytes));
        }
    }

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
