using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Storage.Sql.Searching;

/// <summary>
/// Finds passages by words and vectors, in memory or in the database. Each search sees every commit that was made before it began, of
/// whatever process. Searching is thread-safe; the rest is for one caller at a time.
/// </summary>
internal interface ICoverageSearch
{
    /// <summary>Makes ready what is searched.</summary>
    /// <exception cref="StoreException">The database lacks what it takes.</exception>
    void Open(SqlSession session);

    /// <summary>Follows what a session has committed.</summary>
    void FollowWriter(SqlSession session);

    /// <summary>As <see cref="ICoverageStore.SearchWordsAsync"/>.</summary>
    IReadOnlyList<PassageHit> SearchWords(
        SqlSession session,
        IReadOnlyCollection<string> stems,
        CoverageFilter filter,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>As <see cref="ICoverageStore.SearchVectorsAsync"/>.</summary>
    IReadOnlyList<PassageHit> SearchVectors(SqlSession session, ReadOnlyMemory<float> vector, CoverageFilter filter, int limit);

    /// <summary>As <see cref="ICoverageStore.GetSimilaritiesAsync"/>.</summary>
    IReadOnlyList<double> Compare(SqlSession session, ReadOnlyMemory<float> vector, IReadOnlyList<long> keys);

    /// <summary>As <see cref="ICoverageStore.GetPassageFrequenciesAsync"/>.</summary>
    PassageFrequencies CountPassages(SqlSession session, IReadOnlyList<string> stems, CancellationToken cancellationToken);
}
