using System.Diagnostics;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Sql;
using BriefingBot.Storage.Sql.Articles;
using BriefingBot.Storage.Sql.Searching;
using BriefingBot.Storage.Sqlite.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Storage.Sqlite;

/// <summary>
/// The coverage in one SQLite file. SQLite works on the calling thread, so the tasks are complete when they are returned; only a change
/// waits, for the change before it. Disposing closes the file.
/// </summary>
public sealed class SqliteCoverageStore : SqlCoverageStore
{
    private readonly SqliteConnections _connections;
    private readonly MemorySearch _search;
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
        : base(encoder, clock, new RevisionCache(mostCharacters: 0), logger)
    {
        (_clock, _logger) = (clock, logger);
        _connections = new SqliteConnections(options.Value);
        _search = new MemorySearch(_connections, encoder, options.Value.MemoryMegabytes, logger);
    }

    /// <inheritdoc/>
    public override string Name => _connections.Name;

    /// <inheritdoc/>
    internal override MemorySearch Searches => _search;

    /// <inheritdoc/>
    public override async Task OpenAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            if (!_isOpen)
            {
                _connections.Guard(Open);
                _isOpen = true;
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    public override Task<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken) => Task.FromResult(_clock.GetUtcNow());

    /// <inheritdoc/>
    public override Task<long> GetSizeAsync(CancellationToken cancellationToken) => Task.FromResult(SizeOf(Name) + SizeOf(Name + "-wal"));

    /// <inheritdoc/>
    public override Task<string?> FindDamageAsync(CancellationToken cancellationToken) =>
        ReadAsync(s => s.ReadText("PRAGMA quick_check(1)") is var found && found == "ok" ? null : found, cancellationToken);

    /// <inheritdoc/>
    public override void Dispose()
    {
        _isOpen = false;
        _connections.Dispose();
        _writing.Dispose();
    }

    /// <inheritdoc/>
    internal override bool IsShared => false;

    /// <inheritdoc/>
    internal override Task<T> ReadAsync<T>(Func<SqlSession, T> read, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            RequireOpen();
            return Task.FromResult(_connections.Read(read));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }
        catch (Exception exception)
        {
            // Whatever it is, who awaits the task gets it, as from a method that runs on.
            return Task.FromException<T>(exception);
        }
    }

    /// <inheritdoc/>
    internal override Task<T> WriteAsync<T>(Func<SqlSession, T> write, CancellationToken cancellationToken) =>
        UseWriterAsync(write, cancellationToken);

    /// <summary>What is removed is overwritten too, in the file and, by emptying it, in the log beside it.</summary>
    /// <inheritdoc/>
    internal override Task<T> EraseAsync<T>(Func<SqlSession, T> erase, CancellationToken cancellationToken) =>
        UseWriterAsync(
            writer =>
            {
                writer.ExecuteScript("PRAGMA secure_delete = ON;");
                try
                {
                    var result = erase(writer);
                    writer.ExecuteScript("PRAGMA wal_checkpoint(TRUNCATE);");
                    return result;
                }
                finally
                {
                    writer.ExecuteScript("PRAGMA secure_delete = OFF;");
                }
            },
            cancellationToken
        );

    /// <inheritdoc/>
    private protected override Task<T> ChangeAsync<T>(Func<SqlSession, T> change, CancellationToken cancellationToken) =>
        UseWriterAsync(
            writer =>
            {
                var result = change(writer);
                _search.FollowWriter(writer);
                return result;
            },
            cancellationToken
        );

    private async Task<T> UseWriterAsync<T>(Func<SqliteSession, T> write, CancellationToken cancellationToken)
    {
        RequireOpen();
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return _connections.Guard(() => write(_connections.Writer));
        }
        finally
        {
            _writing.Release();
        }
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

        WriteMissingWords();
        return _connections.Read(session => OpenSearches(session, started));
    }

    /// <summary>Brings a store of an earlier version forward: writes the words of its passages as this build reads them.</summary>
    private void WriteMissingWords()
    {
        if (_connections.IsReadOnly)
        {
            if (_connections.Read(WordFiller.FindMissing) >= 0)
            {
                throw new StoreException(
                    $"The store '{_connections.Path}' was left in the middle of its upgrade and cannot be written: make the file and its "
                        + "folder writable once."
                );
            }

            return;
        }

        long started = Stopwatch.GetTimestamp();
        int written = WordFiller.Fill(_connections.Writer);
        if (written > 0)
        {
            _logger.WroteWords(_connections.Path, written, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private static long SizeOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    private void RequireOpen()
    {
        if (!_isOpen)
        {
            throw new InvalidOperationException("The store was not opened.");
        }
    }
}
