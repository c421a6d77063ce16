using System.Data.Common;
using System.Diagnostics;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Search;
using BriefingBot.Storage.Search.Feeding;
using BriefingBot.Storage.Search.Vectors;
using BriefingBot.Storage.Search.Words;
using BriefingBot.Storage.Sql.Words;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Storage.Sql.Searching;

/// <summary>
/// Keeps what is searched in memory in step with the database, and small: blocks of words that are whole are written, withdrawn passages
/// are left out beside everything else. Searching is thread-safe; the rest is for one caller at a time.
/// </summary>
internal sealed class MemorySearch(SqlDatabase database, EncoderIdentity encoder, int memoryMegabytes, ILogger logger) : ICoverageSearch
{
    private readonly PassageIndex _index = new(encoder, SearchMemory.Of(memoryMegabytes));
    private bool _saidThatVectorsDoNotFit;

    /// <summary>The work beside the others that leaves withdrawn passages out of memory; it ends well whatever happens to it.</summary>
    public Task Compaction { get; private set; } = Task.CompletedTask;

    /// <summary>Rows in memory, those of withdrawn passages included.</summary>
    public int Rows => _index.Current.Count;

    /// <inheritdoc/>
    public void Open(SqlSession session)
    {
        _index.Follow(database.Feed(session, encoder));
        SayWhetherVectorsFit();
    }

    /// <inheritdoc/>
    public IReadOnlyList<PassageHit> SearchWords(
        SqlSession session,
        IReadOnlyCollection<string> stems,
        CoverageFilter filter,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var (feed, snapshot) = Follow(session);
        return WordSearch.Search(feed, snapshot, stems, filter, limit, cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<PassageHit> SearchVectors(SqlSession session, ReadOnlyMemory<float> vector, CoverageFilter filter, int limit)
    {
        var (feed, snapshot) = Follow(session);
        return VectorSearch.Search(feed, snapshot, vector.Span, filter, limit);
    }

    /// <inheritdoc/>
    public IReadOnlyList<double> Compare(SqlSession session, ReadOnlyMemory<float> vector, IReadOnlyList<long> keys)
    {
        var (feed, snapshot) = Follow(session);
        return VectorSearch.Compare(feed, snapshot, vector.Span, keys);
    }

    /// <inheritdoc/>
    public PassageFrequencies CountPassages(SqlSession session, IReadOnlyList<string> stems, CancellationToken cancellationToken)
    {
        var (feed, snapshot) = Follow(session);
        return WordSearch.CountPassages(feed, snapshot, stems, cancellationToken);
    }

    /// <inheritdoc/>
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

    private (IPassageFeed Feed, PassageSnapshot Snapshot) Follow(SqlSession session)
    {
        var feed = database.Feed(session, encoder);
        return (feed, _index.Follow(feed));
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
