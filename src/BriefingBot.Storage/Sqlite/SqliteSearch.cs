using System.Diagnostics;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Search;
using BriefingBot.Storage.Search.Feeding;
using BriefingBot.Storage.Sqlite.Words;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Storage.Sqlite;

/// <summary>
/// Keeps what is searched in memory in step with the file, and small: blocks of words that are whole are written, withdrawn passages are
/// left out beside everything else. Searching is thread-safe; the rest is for who holds the writer.
/// </summary>
internal sealed class SqliteSearch(SqliteConnections connections, EncoderIdentity encoder, SqliteStoreOptions options, ILogger logger)
{
    private readonly PassageIndex _index = new(encoder, options.SearchMemory);
    private bool _saidThatVectorsDoNotFit;

    /// <summary>The work beside the others that leaves withdrawn passages out of memory; it ends well whatever happens to it.</summary>
    public Task Compaction { get; private set; } = Task.CompletedTask;

    /// <summary>Rows in memory, those of withdrawn passages included.</summary>
    public int Rows => _index.Current.Count;

    /// <summary>Searches the file's latest state.</summary>
    public T Search<T>(SqliteSession session, Func<IPassageFeed, PassageSnapshot, T> search)
    {
        var feed = Feed(session);
        return search(feed, _index.Follow(feed));
    }

    /// <summary>Brings a store of an earlier version forward: writes the words of its passages as this build reads them.</summary>
    /// <exception cref="StoreException">They are missing and the file cannot be written.</exception>
    public void WriteMissingWords()
    {
        if (connections.IsReadOnly)
        {
            RequireWords();
            return;
        }

        long started = Stopwatch.GetTimestamp();
        int written = WordFiller.Fill(connections.Writer);
        if (written > 0)
        {
            logger.WroteWords(connections.Path, written, Milliseconds(started));
        }
    }

    /// <summary>Loads, or follows what others have committed.</summary>
    public void Follow(SqliteSession session)
    {
        _index.Follow(Feed(session));
        SayWhetherVectorsFit();
    }

    /// <summary>Follows what the writer has committed.</summary>
    public void FollowWriter()
    {
        var feed = Feed(connections.Writer);
        _index.CatchUp(feed);
        if (BlockWriter.CompleteNext(connections.Writer))
        {
            _index.CatchUp(feed);
        }

        SayWhetherVectorsFit();
        if (_index.IsWasteful && Compaction.IsCompleted)
        {
            Compaction = Task.Run(Compact, CancellationToken.None);
        }
    }

    private void RequireWords()
    {
        var session = connections.Rent();
        try
        {
            if (WordFiller.FindMissing(session) >= 0)
            {
                throw new StoreException(
                    $"The store '{connections.Path}' was left in the middle of its upgrade and cannot be written: make the file and its "
                        + "folder writable once."
                );
            }
        }
        finally
        {
            connections.Return(session);
        }
    }

    private void Compact()
    {
        long started = Stopwatch.GetTimestamp();
        var before = _index.Current;
        try
        {
            var session = connections.Rent();
            try
            {
                _index.Compact(Feed(session));
            }
            finally
            {
                connections.Return(session);
            }

            logger.Compacted(connections.Path, before.Count - before.Live, Milliseconds(started));
        }
        catch (Exception exception) when (exception is SqliteException or ObjectDisposedException)
        {
            logger.NotCompacted(connections.Path, exception);
        }
    }

    private void SayWhetherVectorsFit()
    {
        var current = _index.Current;
        if (!_saidThatVectorsDoNotFit && current is { VectorSet: not null, Columns.Codes: null })
        {
            _saidThatVectorsDoNotFit = true;
            long bytes = current.Count * (long)current.Columns.Dimensions;
            logger.VectorsDoNotFit(connections.Path, bytes >> 20, options.MemoryMegabytes, SqliteStoreOptions.MegabytesFor(bytes));
        }
    }

    private SqlitePassageFeed Feed(SqliteSession session) => new(session, connections, encoder);

    private static long Milliseconds(long started) => (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
}
