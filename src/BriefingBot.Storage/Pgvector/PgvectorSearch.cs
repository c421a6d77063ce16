using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Postgres;
using BriefingBot.Storage.Sql;
using BriefingBot.Storage.Sql.Searching;
using BriefingBot.Storage.Sql.Words;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Storage.Pgvector;

/// <summary>
/// Searches in the database: words by a GIN index, vectors by IVFFlat of the extension <c>vector</c>. A process keeps nothing of the
/// coverage in memory. Found passages are scored as the search in memory scores them, so that both give the same numbers.
/// </summary>
internal sealed class PgvectorSearch(PostgresDatabase database, EncoderIdentity encoder, ILogger logger) : ICoverageSearch
{
    private const int ArticlesALine = 2000;
    private readonly Lock _following = new();
    private SearchFollower? _follower;

    /// <summary>The version of the extension; null before it is open.</summary>
    public string? Version { get; private set; }

    /// <inheritdoc/>
    public void Open(SqlSession session)
    {
        var extension = PgvectorExtension.Require(session, database.Name);
        ((PostgresSession)session).ReloadTypes();
        SearchFollower follower = new(extension);
        int said = 0;
        follower.Open(
            session,
            filled =>
            {
                if (filled - said >= ArticlesALine)
                {
                    said = filled;
                    logger.FillingSearch(database.Name, filled);
                }
            }
        );
        (_follower, Version) = (follower, extension.Version);
    }

    /// <inheritdoc/>
    public void FollowWriter(SqlSession session)
    {
        Follow(session);
        BlockWriter.CompleteNext(session);
        _follower!.EnsureVectorIndex(session);
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
        if (limit <= 0)
        {
            return [];
        }

        using var state = BeginSearch(session);
        return TermSearch.Search(session, [.. stems.Distinct(StringComparer.Ordinal)], filter, limit, cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<PassageHit> SearchVectors(SqlSession session, ReadOnlyMemory<float> vector, CoverageFilter filter, int limit)
    {
        if (limit <= 0)
        {
            return [];
        }

        using var state = BeginSearch(session);
        return FedRows.FindVectorSet(session, encoder) is { } set && vector.Length == encoder.Dimensions
            ? NearestSearch.Search(session, set, vector.Span, filter, limit)
            : [];
    }

    /// <inheritdoc/>
    public IReadOnlyList<double> Compare(SqlSession session, ReadOnlyMemory<float> vector, IReadOnlyList<long> keys)
    {
        using var state = BeginSearch(session);
        return FedRows.FindVectorSet(session, encoder) is { } set && vector.Length == encoder.Dimensions
            ? NearestSearch.Compare(session, set, vector.Span, keys)
            : new double[keys.Count];
    }

    /// <inheritdoc/>
    public PassageFrequencies CountPassages(SqlSession session, IReadOnlyList<string> stems, CancellationToken cancellationToken)
    {
        using var state = BeginSearch(session);
        return TermSearch.Count(session, stems);
    }

    /// <summary>Follows what was committed, then has all statements see one state, until it is disposed of.</summary>
    private SqlTransaction BeginSearch(SqlSession session)
    {
        if (SearchFollower.IsBehind(session))
        {
            Follow(session);
        }

        var state = session.BeginRead();
        try
        {
            // Plans are made for the terms and filters at hand. Without an index there is no way that is worth it, so none is weighed.
            session.Execute("SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true)");
            _follower!.UseExtension(session);
            return state;
        }
        catch
        {
            state.Dispose();
            throw;
        }
    }

    /// <summary>One at a time in this process, which would only wait for itself in the database.</summary>
    private void Follow(SqlSession session)
    {
        lock (_following)
        {
            _follower!.CatchUp(session);
        }
    }
}
