using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Retrieval.Store;

/// <summary>What part of the coverage a search may see. Stores apply it inside the query, before any limit.</summary>
public sealed record CoverageFilter
{
    /// <summary>No limits: all current articles.</summary>
    public static CoverageFilter None { get; } = new();

    /// <summary>
    /// Passages of articles published inside it, and passages whose own words name a period inside it
    /// (<see cref="IndexedPassage.Periods"/>). Null: any time.
    /// </summary>
    public TimeWindow? Window { get; init; }

    /// <summary>Let undated articles pass although <see cref="Window"/> is set; it is up to the caller to say so in the answer.</summary>
    public bool AllowUndated { get; init; }

    /// <summary>Articles published later than this day are not seen; undated ones are. Null: no limit.</summary>
    public DateOnly? NotAfter { get; init; }

    /// <summary>The collections that may be seen; null: all. Empty: nothing.</summary>
    public IReadOnlyCollection<string>? Collections { get; init; }

    /// <summary>The outlet or author whose articles may be seen; null: everyone's.</summary>
    public CoverageSource? Source { get; init; }
}
