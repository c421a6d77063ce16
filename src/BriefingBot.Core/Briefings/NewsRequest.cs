using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Briefings;

/// <summary>What of the articles that came is asked for.</summary>
/// <param name="Window">Which came.</param>
public sealed record NewsRequest(ArrivalWindow Window)
{
    /// <summary>Limits to articles about it; null: all.</summary>
    public string? Topic { get; init; }

    /// <summary>The collections that may be seen; null: all.</summary>
    public IReadOnlyCollection<string>? Collections { get; init; }

    /// <summary>How many entries to pass over.</summary>
    public int From { get; init; }

    /// <summary>How many entries at most.</summary>
    public int Count { get; init; } = 5;
}
