using BriefingBot.Core.Answering;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Briefings;

/// <summary>What of the latest coverage is asked for.</summary>
public sealed record LatestRequest
{
    /// <summary>Limits to articles about it; null or blank: all.</summary>
    public string? Topic { get; init; }

    /// <summary>How many entries, 1 to <see cref="LatestBriefing.MaxCount"/>.</summary>
    public int Count { get; init; } = 5;

    /// <summary>How many entries to pass over first.</summary>
    public int Offset { get; init; }

    /// <summary>The first day of publication; null: any. With it or <see cref="Until"/>, undated articles are not seen.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The last day of publication; null: any.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Limits to an outlet, in any of its spellings; null or blank: all.</summary>
    public string? Outlet { get; init; }

    /// <summary>What may be seen at all.</summary>
    public CoverageFilter Filter { get; init; } = CoverageFilter.None;

    /// <summary>Who shall write the summaries.</summary>
    public ComposerChoice Composer { get; init; }

    /// <summary>Is the article of a day and an outlet that are asked for?</summary>
    public bool Includes(ArticleHeader article) =>
        (Window is not { } window || (article.Published is { } date && window.Contains(date.Day)))
        && (
            string.IsNullOrWhiteSpace(Outlet)
            || (
                article.Outlet is { } outlet
                && OutletNames
                    .Known.Canonical(outlet)
                    .Equals(OutletNames.Known.Canonical(Outlet.Trim()), StringComparison.OrdinalIgnoreCase)
            )
        );

    /// <summary>The days; null when any will do.</summary>
    public TimeWindow? Window =>
        Since is null && Until is null ? null : new TimeWindow(Since ?? DateOnly.MinValue, Until ?? DateOnly.MaxValue);
}
