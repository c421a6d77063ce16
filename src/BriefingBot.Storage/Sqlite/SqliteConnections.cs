using System.Collections.Concurrent;
using System.Data.Common;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Search.Feeding;
using BriefingBot.Storage.Sql;
using BriefingBot.Storage.Sqlite.Schema;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BriefingBot.Storage.Sqlite;

/// <summary>
/// The connections to one file: a writer and a pool of readers that keep their prepared statements. Thread-safe after <see cref="Open"/>.
/// </summary>
internal sealed class SqliteConnections(SqliteStoreOptions options) : SqlDatabase
{
    private const int PageSize = 8192;

    /// <summary>Each keeps pages of its own: more than can read at the same time are closed again.</summary>
    private static readonly int MostReaders = Math.Max(4, 2 * Environment.ProcessorCount);
    private readonly ConcurrentBag<SqliteSession> _readers = [];

    // The bag's own count stops all who use it.
    private int _idle;
    private SqliteSession? _writer;
    private bool _immutable;
    private bool _disposed;

    /// <summary>The full path of the file.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(options.Path);

    /// <inheritdoc/>
    public override string Name => Path;

    /// <inheritdoc/>
    public override bool IsReadOnly => _writer is null;

    /// <summary>The one connection that writes; its caller holds the write lock.</summary>
    /// <exception cref="StoreException">The file can only be read.</exception>
    public SqliteSession Writer => _writer ?? throw new StoreException(SqliteErrors.ReadOnlyText(Path));

    /// <summary>Makes the file when missing, checks that it is ours and brings its schema forward.</summary>
    /// <returns>The schema version before; 0 for a new file.</returns>
    public int Open()
    {
        if (Directory.Exists(Path))
        {
            throw new StoreException($"'{Path}' is a folder, not a file: name the file of the store.");
        }

        try
        {
            bool exists = File.Exists(Path);
            if (exists)
            {
                StoreFileHeader.Check(Path);
            }
            else
            {
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            }

            StoreFileRights.KeepToOwner(Path, exists);

            return OpenFile(exists);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new StoreException(
                $"The store '{Path}' cannot be opened ({exception.Message}): check that this user may read and write it.",
                exception
            );
        }
    }

    /// <inheritdoc/>
    public override SqliteSession Rent()
    {
        if (!_readers.TryTake(out var session))
        {
            return OpenReader();
        }

        Interlocked.Decrement(ref _idle);
        return session;
    }

    /// <inheritdoc/>
    public override SqlSession RentWriter() => Writer;

    /// <inheritdoc/>
    public override void Return(SqlSession session)
    {
        if (_disposed || Interlocked.Increment(ref _idle) > MostReaders)
        {
            Interlocked.Decrement(ref _idle);
            session.Dispose();
            return;
        }

        _readers.Add((SqliteSession)session);
    }

    /// <inheritdoc/>
    public override IPassageFeed Feed(SqlSession session, EncoderIdentity encoder) =>
        new SqlitePassageFeed((SqliteSession)session, this, encoder);

    /// <inheritdoc/>
    public override bool IsOwn(DbException exception) => exception is SqliteException;

    /// <inheritdoc/>
    public override StoreException Explain(DbException exception) => SqliteErrors.Explain((SqliteException)exception, Path);

    /// <inheritdoc/>
    public override void Dispose()
    {
        _disposed = true;
        while (_readers.TryTake(out var session))
        {
            session.Dispose();
        }

        // Last, so that closing it checkpoints the log into the file.
        _writer?.Dispose();
        _writer = null;
    }

    private int OpenFile(bool exists)
    {
        SchemaMigrator migrator = new(Path, SchemaMigrations.All);
        SqliteSession? writer = null;
        try
        {
            writer = Connect(SqliteOpenMode.ReadWriteCreate, Path);
            if (raw.sqlite3_db_readonly(writer.Connection.Handle, "main") == 0)
            {
                int before = Prepare(writer, migrator);
                (_writer, writer) = (writer, null);
                return before;
            }
        }
        catch (SqliteException exception) when (exists && exception.SqliteErrorCode is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY)
        {
            // Falls through to reading.
        }
        finally
        {
            writer?.Dispose();
        }

        return OpenForReading(migrator);
    }

    private int Prepare(SqliteSession writer, SchemaMigrator migrator)
    {
        writer.ExecuteScript($"PRAGMA page_size = {PageSize}; PRAGMA foreign_keys = ON;");
        int before = migrator.Migrate(writer);
        writer.ExecuteScript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
        if (options.MaxFileBytes > 0)
        {
            long pageSize = writer.ReadLong("PRAGMA page_size");
            writer.ExecuteScript($"PRAGMA max_page_count = {Math.Max(1, options.MaxFileBytes / pageSize)};");
        }

        return before;
    }

    /// <summary>
    /// A reader of the file that is there, whatever its schema and without changing it: for copies. The caller disposes it.
    /// </summary>
    /// <exception cref="StoreException">Another application's file, or one written by a newer build.</exception>
    public SqliteSession OpenAsItIs() => OpenReaderFor(CheckVersion, [false, true]);

    /// <summary>
    /// As <see cref="OpenAsItIs"/>, of a file that nobody writes: where it has no log beside it, nothing is made there to read it.
    /// </summary>
    /// <exception cref="StoreException">Another application's file, or one written by a newer build.</exception>
    public SqliteSession OpenAtRest() => File.Exists(Path + "-wal") ? OpenAsItIs() : OpenReaderFor(CheckVersion, [true]);

    private int OpenForReading(SchemaMigrator migrator)
    {
        // A log cannot be replayed without writing beside it; where there is none, the file is complete by itself and may be read as
        // immutable.
        Return(OpenReaderFor(migrator.Check, [false, true]));
        return migrator.Latest;
    }

    private void CheckVersion(SqliteSession session) => new SchemaMigrator(Path, SchemaMigrations.All).ReadVersion(session);

    private SqliteSession OpenReaderFor(Action<SqliteSession> check, bool[] ways)
    {
        foreach (bool immutable in ways)
        {
            _immutable = immutable;
            try
            {
                var session = OpenReader();
                try
                {
                    check(session);
                }
                catch
                {
                    session.Dispose();
                    throw;
                }

                return session;
            }
            catch (SqliteException exception) when (!immutable && exception.SqliteErrorCode is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY)
            {
                if (HasLog())
                {
                    throw new StoreException(
                        $"The store '{Path}' was not closed properly and its folder cannot be written: make the folder "
                            + $"writable by this user once.",
                        exception
                    );
                }
            }
        }

        throw new StoreException(SqliteErrors.ReadOnlyText(Path));
    }

    private bool HasLog() => new FileInfo(Path + "-wal") is { Exists: true, Length: > 0 };

    private SqliteSession OpenReader()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return Connect(SqliteOpenMode.ReadOnly, _immutable ? $"{new Uri(Path).AbsoluteUri}?immutable=1" : Path);
    }

    private static SqliteSession Connect(SqliteOpenMode mode, string source)
    {
        SqliteConnectionStringBuilder builder = new()
        {
            DataSource = source,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 30,
        };
        SqliteConnection connection = new(builder.ConnectionString);
        try
        {
            connection.Open();
            SqliteSession session = new(connection);
            session.ExecuteScript(
                "PRAGMA busy_timeout = 30000; PRAGMA mmap_size = 1073741824; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;"
            );
            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
