using System.Data.Common;
using System.Diagnostics;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Moving;
using BriefingBot.Storage.Search;
using BriefingBot.Storage.Search.Feeding;
using BriefingBot.Storage.Sql.Articles;
using BriefingBot.Storage.Sql.Words;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Storage.Sql;

/// <summary>
/// Keeps what is searched in memory in step with the database, and small: blocks of words that are whole are written, withdrawn passages
/// are left out beside everything else. Searching is thread-safe; the rest is for one caller at a time.
/// </summary>
internal sealed class CoverageSearch(SqlDatabase database, EncoderIdentity encoder, int memoryMegabytes, ILogger logger)
{
    private readonly PassageIndex _index = new(encoder, SearchMemory.Of(memoryMegabytes));
    private bool _saidThatVectorsDoNotFit;

    /// <summary>The work beside the others that leaves withdrawn passages out of memory; it ends well whatever happens to it.</summary>
    public Task Compaction { get; private set; } = Task.CompletedTask;

    /// <summary>Rows in memory, those of withdrawn passages included.</summary>
    public int Rows => _index.Current.Count;

    /// <summary>Searches the latest state.</summary>
    public T Search<T>(SqlSession session, Func<IPassageFeed, PassageSnapshot, T> search)
    {
        var feed = database.Feed(session, encoder);
        return search(feed, _index.Follow(feed));
    }

    /// <summary>Loads what is searched, and says what was opened.</summary>
    /// <param name="session">Reads.</param>
    /// <param name="started">When opening began, as <see cref="Stopwatch.GetTimestamp"/>.</param>
    /// <returns>True.</returns>
    /// <exception cref="StoreException">It is an unfinished copy.</exception>
    public bool Open(SqlSession session, long started)
    {
        UnfinishedCopy.Refuse(session, database.Name);
        _index.Follow(database.Feed(session, encoder));
        SayWhetherVectorsFit();
        var status = StatusReader.Read(session, encoder);
        logger.Opened(database.Name, status.Passages, status.Articles, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        if (!status.EncoderMatches)
        {
            logger.OtherEncoder(database.Name, status.Encoder!.Name, encoder.Name);
        }

        return true;
    }

    /// <summary>Follows what a session has committed.</summary>
    public void FollowWriter(SqlSession session)
    {
        var feed = database.Feed(session, encoder);
        _index.CatchUp(feed);
        if (BlockWriter.CompleteNext(session))
        {
            _index.CatchUp(feed);
        }

        SayWhetherVectorsFit();
        if (_index.IsWasteful && Compaction.IsCompleted)
        {
            Compaction = Task.Run(Compact, CancellationToken.None);
        }
    }

    private void Compact()
    {
        long started = Stopwatch.GetTimestamp();
        var before = _index.Current;
        try
        {
            var session = database.Rent();
            try
            {
                _index.Compact(database.Feed(session, encoder));
            }
            finally
            {
                database.Return(session);
            }

            logger.Compacted(database.Name, before.Count - before.Live, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (Exception exception) when (exception is DbException or ObjectDisposedException)
        {
            logger.NotCompacted(database.Name, exception);
        }
    }

    private void SayWhetherVectorsFit()
    {
        var current = _index.Current;
        if (!_saidThatVectorsDoNotFit && current is { VectorSet: not null, Columns.Codes: null })
        {
            _saidThatVectorsDoNotFit = true;
            long bytes = current.Count * (long)current.Columns.Dimensions;
            logger.VectorsDoNotFit(database.Name, bytes >> 20, memoryMegabytes, SearchMemory.MegabytesFor(bytes));
        }
    }
}
