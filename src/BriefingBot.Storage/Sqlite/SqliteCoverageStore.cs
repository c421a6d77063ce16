using System.Diagnostics;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Sqlite.Schema;
using BriefingBot.Storage.Sqlite.Search;
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
    private readonly PassageIndex _index = new(encoder, options.Value);
    private readonly ArticleWriter _writer = new(encoder, clock);
    private readonly SemaphoreSlim _writing = new(1, 1);
    private volatile bool _isOpen;
    private bool _saidThatVectorsDoNotFit;

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
    public Task<IReadOnlyList<PassageHit>> SearchWordsAsync(
        IReadOnlyCollection<string> stems,
        CoverageFilter filter,
        int limit,
        CancellationToken cancellationToken
    ) =>
        ReadAsync<IReadOnlyList<PassageHit>>(s => WordSearch.Search(s, _index, stems, filter, limit, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PassageHit>> SearchVectorsAsync(
        ReadOnlyMemory<float> vector,
        CoverageFilter filter,
        int limit,
        CancellationToken cancellationToken
    ) => ReadAsync<IReadOnlyList<PassageHit>>(s => VectorSearch.Search(s, _index.Follow(s), vector.Span, filter, limit), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<double>> GetSimilaritiesAsync(
        ReadOnlyMemory<float> vector,
        IReadOnlyList<long> keys,
        CancellationToken cancellationToken
    ) => ReadAsync<IReadOnlyList<double>>(s => VectorSearch.Compare(s, _index.Follow(s), vector.Span, keys), cancellationToken);

    /// <inheritdoc/>
    public Task<PassageFrequencies> GetPassageFrequenciesAsync(IReadOnlyList<string> stems, CancellationToken cancellationToken) =>
        ReadAsync(s => WordSearch.CountPassages(s, _index, stems, cancellationToken), cancellationToken);

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

        var session = _connections.Rent();
        try
        {
            _index.Follow(session);
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
                _index.CatchUp(_connections.Writer);
                SayWhetherVectorsFit();
                return result;
            });
        }
        finally
        {
            _writing.Release();
        }
    }

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
