using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Search.Feeding;

namespace BriefingBot.Storage.Search;

/// <summary>A <see cref="CoverageFilter"/> made ready for the rows of one snapshot.</summary>
internal readonly struct SlotFilter
{
    private readonly PassageSnapshot _snapshot;
    private readonly bool[]? _collections;
    private readonly TimeWindow? _window;
    private readonly bool _allowUndated;
    private readonly int _notAfter;
    private readonly IReadOnlySet<long>? _articles;

    /// <summary>Reads from the feed what the rows do not tell.</summary>
    public SlotFilter(CoverageFilter filter, PassageSnapshot snapshot, IPassageFeed feed)
    {
        _snapshot = snapshot;
        _window = filter.Window;
        _allowUndated = filter.AllowUndated;
        _notAfter = filter.NotAfter?.DayNumber ?? int.MaxValue;
        _articles = filter.Source is { } source ? feed.FindArticlesBy(source) : null;
        IsSet = filter is not { Window: null, NotAfter: null, Collections: null, Source: null };
        if (filter.Collections is { } allowed)
        {
            _collections = [.. snapshot.Collections.Select(name => allowed.Contains(name, StringComparer.Ordinal))];
        }
    }

    /// <summary>False when every current passage passes.</summary>
    public bool IsSet { get; }

    /// <summary>May this row be seen? Says nothing of whether it is live.</summary>
    public bool Passes(int slot)
    {
        var columns = _snapshot.Columns;
        if (_collections is not null && !_collections[columns.Collections[slot]])
        {
            return false;
        }

        if (_articles is not null && !_articles.Contains(columns.Articles[slot]))
        {
            return false;
        }

        int day = columns.Days[slot];
        bool undated = day == PassageColumns.Undated;
        if (!undated && day > _notAfter)
        {
            return false;
        }

        return _window is not { } window
            || (undated ? _allowUndated : day >= window.From.DayNumber && day <= window.To.DayNumber)
            || NamesPeriodInside(columns.Periods[slot], window);
    }

    private static bool NamesPeriodInside(TimeWindow[]? periods, TimeWindow window)
    {
        foreach (var period in periods ?? [])
        {
            if (window.Contains(period))
            {
                return true;
            }
        }

        return false;
    }
}
