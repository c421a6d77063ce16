using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Briefings;

/// <summary>The newest coverage, all of it or of a topic, one entry a story.</summary>
public sealed class LatestBriefing
{
    /// <summary>The most entries that one call gives.</summary>
    public const int MaxCount = 50;

    /// <summary>Newest first, undated last.</summary>
    /// <param name="topic">Limits to articles about it; null or blank: all.</param>
    /// <param name="count">1 to <see cref="MaxCount"/>.</param>
    /// <param name="filter">What may be seen.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<IReadOnlyList<BriefingEntry>> ReadAsync(string? topic, int count, CoverageFilter filter, CancellationToken cancellationToken)
    {
        throw new NotSupportedException();
    }
}
