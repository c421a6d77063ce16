using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Core.Ingestion;

/// <summary>
/// Tells an editor's removals from a coverage that is broken, cut short, swapped or no longer mounted: those take more than a fifth, and at
/// least <see cref="FewestGone"/>, of what stands in one file, in one folder below the root, or in all of it.
/// </summary>
internal static class RemovalGuard
{
    /// <summary>Fewer articles than this are always removed.</summary>
    public const int FewestGone = 10;

    private const int Share = 5;
    private const string Everything = "the coverage";

    /// <summary>What the removal would take too much of; empty when it may be made.</summary>
    /// <param name="stored">All that is stored.</param>
    /// <param name="gone">What would be removed.</param>
    /// <param name="sources">Where each stored article was read.</param>
    public static IReadOnlyList<HeldRemoval> Check(
        IEnumerable<ArticleId> stored,
        IReadOnlyCollection<ArticleId> gone,
        IReadOnlyDictionary<ArticleId, string> sources
    )
    {
        if (gone.Count < FewestGone)
        {
            return [];
        }

        var before = Count(stored, sources);
        return
        [
            .. Count(gone, sources)
                .Where(place => place.Value >= FewestGone && place.Value * Share > before[place.Key])
                .OrderBy(place => place.Key, StringComparer.Ordinal)
                .Select(place => new HeldRemoval(place.Key, place.Value, before[place.Key])),
        ];
    }

    private static Dictionary<string, int> Count(IEnumerable<ArticleId> ids, IReadOnlyDictionary<ArticleId, string> sources)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            Add(Everything);
            if (sources.TryGetValue(id, out string? source))
            {
                string file = IngestionFailures.FileOf(source);
                if (file != source)
                {
                    Add(file);
                }

                if (file.IndexOf('/', StringComparison.Ordinal) is var slash and > 0)
                {
                    Add(file[..(slash + 1)]);
                }
            }
        }

        return counts;

        void Add(string place) => counts[place] = counts.GetValueOrDefault(place) + 1;
    }
}
