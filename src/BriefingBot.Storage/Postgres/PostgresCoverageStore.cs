using System.Data.Common;
using System.Diagnostics;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Pgvector;
using BriefingBot.Storage.Sql;
using BriefingBot.Storage.Sql.Articles;
using BriefingBot.Storage.Sql.Searching;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace BriefingBot.Storage.Postgres;

/// <summary>
/// The coverage in a PostgreSQL database, which any number of processes share. The driver works on other threads than the caller's; what
/// only one may change at a time is kept in order by the database (<see cref="WriteTurn"/>). A server that stops and comes back within
/// seconds is waited for.
/// </summary>
public sealed class PostgresCoverageStore : SqlCoverageStore, IAsyncDisposable
{
    /// <summary>16 MB of text: what a file has at hand, a server sends each time.</summary>
    private const long KeptCharacters = 8 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly PostgresStoreOptions _options;
    private readonly EncoderIdentity _encoder;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _closing = new();
    private readonly SemaphoreSlim _changing = new(1, 1);
    private PostgresDatabase? _database;
    private ICoverageSearch? _search;
    private Task _listening = Task.CompletedTask;
    private volatile bool _isOpen;
    private int _closed;
    private int _onPool;

    /// <summary>Connects to nothing before <see cref="OpenAsync"/>.</summary>
    public PostgresCoverageStore(
        IOptions<PostgresStoreOptions> options,
        EncoderIdentity encoder,
        TimeProvider clock,
        ILogger<PostgresCoverageStore> logger
    )
        : base(encoder, clock, new RevisionCache(KeptCharacters), logger)
    {
        (_options, _encoder, _clock, _logger) = (options.Value, encoder, clock, logger);
    }

    /// <inheritdoc/>
    public override string Name => _database?.Name ?? "PostgreSQL";

    private PostgresDatabase Database => _isOpen ? _database! : throw new InvalidOperationException("The store was not opened.");

    /// <inheritdoc/>
    public override async Task OpenAsync(CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            if (!_isOpen)
            {
                _database ??= new PostgresDatabase(PostgresAddress.Read(_options, Environment.GetEnvironmentVariable));
                _search ??=
                    _options.Vectors == VectorPlace.Pgvector
                        ? new PgvectorSearch(_database, _encoder, _logger)
                        : new MemorySearch(_database, _encoder, _options.MemoryMegabytes, _logger);
                await RunPatientlyAsync(() => Open(_database), cancellationToken);
                if (_search is MemorySearch)
                {
                    // What searches in the database looks there each time.
                    _listening = new PostgresListener(_database, _clock, _logger).RunAsync(_closing.Token);
                }

                _isOpen = true;
            }
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <inheritdoc/>
    public override Task<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken) =>
        ReadAsync(
            static s => SqlTime.Read(s.ReadLong("SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)")),
            cancellationToken
        );

    /// <inheritdoc/>
    public override Task<long> GetSizeAsync(CancellationToken cancellationToken) =>
        ReadAsync(
            s =>
                s.ReadLong(
                    "SELECT CAST(sum(pg_total_relation_size(oid)) AS bigint) FROM pg_class "
                        + "WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'"
                ),
            cancellationToken
        );

    /// <summary>
    /// Has PostgreSQL look at its indexes where it has the means (the extension amcheck); elsewhere nothing is looked at.
    /// </summary>
    /// <inheritdoc/>
    public override Task<string?> FindDamageAsync(CancellationToken cancellationToken) =>
        ReadAsync(s => PostgresDamage.Find(s), cancellationToken);

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (Close())
        {
            _closing.Cancel();
            Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Close())
        {
            await _closing.CancelAsync();
            await _listening;
            Release();
        }
    }

    /// <summary>Has the next search look at the database, also when nothing was heard of a change.</summary>
    internal void LookForChanges() => Database.Changes.Tell();

    /// <inheritdoc/>
    internal override ICoverageSearch Searches => _search!;

    /// <inheritdoc/>
    internal override bool IsShared => true;

    /// <inheritdoc/>
    internal override Task<T> ReadAsync<T>(Func<SqlSession, T> read, CancellationToken cancellationToken)
    {
        var database = Database;
        return RunPatientlyAsync(() => database.Read(read), cancellationToken);
    }

    /// <inheritdoc/>
    internal override async Task<T> WriteAsync<T>(Func<SqlSession, T> write, CancellationToken cancellationToken)
    {
        await WaitForServerAsync(cancellationToken);
        return await RunAsync(() => Database.Read(write), cancellationToken);
    }

    /// <summary>What is removed stays on the disk of the server until it is vacuumed there.</summary>
    /// <inheritdoc/>
    internal override Task<T> EraseAsync<T>(Func<SqlSession, T> erase, CancellationToken cancellationToken) =>
        WriteAsync(erase, cancellationToken);

    /// <inheritdoc/>
    private protected override async Task<T> ChangeAsync<T>(Func<SqlSession, T> change, CancellationToken cancellationToken)
    {
        await WaitForServerAsync(cancellationToken);
        await _changing.WaitAsync(cancellationToken);
        try
        {
            return await RunAsync(
                () =>
                    Database.Read(session =>
                    {
                        var result = change(session);
                        _search!.FollowWriter(session);
                        return result;
                    }),
                cancellationToken
            );
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>True for the first who closes it.</summary>
    private bool Close()
    {
        _isOpen = false;
        return Interlocked.Exchange(ref _closed, 1) == 0;
    }

    private void Release()
    {
        _database?.Dispose();
        _changing.Dispose();
        _closing.Dispose();
    }

    private bool Open(PostgresDatabase database)
    {
        long started = Stopwatch.GetTimestamp();
        int before = database.Guard(database.Open);
        if (before > 0 && before < PostgresSchema.Latest)
        {
            _logger.Migrated(database.Name, before, PostgresSchema.Latest);
        }

        return database.Read(session => OpenSearches(session, started));
    }

    /// <summary>
    /// A change whose connection breaks may have been made, so it is not made again here; that the server answers is seen before instead.
    /// </summary>
    private async Task WaitForServerAsync(CancellationToken cancellationToken)
    {
        var database = Database;
        long started = _clock.GetTimestamp();
        while (true)
        {
            try
            {
                await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
                return;
            }
            catch (NpgsqlException exception)
            {
                if (!exception.IsTransient || _clock.GetElapsedTime(started) >= Patience)
                {
                    throw database.Explain(exception);
                }
            }

            await Task.Delay(Pause, _clock, cancellationToken);
        }
    }

    /// <summary>What may be done again is, while the server is away for a moment: also at the start, which may fall into its own.</summary>
    private async Task<T> RunPatientlyAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        long started = _clock.GetTimestamp();
        while (true)
        {
            try
            {
                return await RunAsync(work, cancellationToken);
            }
            catch (StoreException exception) when (IsPassing(exception) && _clock.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(Pause, _clock, cancellationToken);
            }
        }
    }

    private static bool IsPassing(StoreException exception) => exception.InnerException is DbException { IsTransient: true };

    /// <summary>
    /// Not on the thread of the caller, who may be answering the web: the driver waits for the server. One call at a time on a thread of
    /// the pool, others on their own: a server that falls silent would take all threads of the pool, and with them the timers that leases
    /// are let go by.
    /// </summary>
    private Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Interlocked.Exchange(ref _onPool, 1) == 0
            ? Task.Run(
                () =>
                {
                    try
                    {
                        return work();
                    }
                    finally
                    {
                        Volatile.Write(ref _onPool, 0);
                    }
                },
                CancellationToken.None
            )
            : Task.Factory.StartNew(
                work,
                CancellationToken.None,
                TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
                TaskScheduler.Default
            );
    }
}
