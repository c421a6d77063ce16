using System.Diagnostics;
using System.Globalization;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Stories;
using BriefingBot.Core.Stories.Deciding;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Benchmarks.Stories;

/// <summary>
/// Groups the articles of finished indexes with the weights that ship, and measures both the decision on pairs and whether both are in one
/// story.
/// </summary>
internal static class MeasureStories
{
    /// <param name="file">The labelled pairs.</param>
    /// <param name="sets"><c>NAME=DATA</c>, a finished index for each set; stories are written to it.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task RunAsync(string file, string[] sets, CancellationToken cancellationToken)
    {
        var pairs = LabelledPair.Read(file);
        int together = StoryWeights.Shipped.Together;
        int[] levels = [together - 150, together - 100, together - 50, together, together + 50, together + 100];
        List<(LabelledPair Pair, bool Linked, bool[] Grouped)> decisions = [];
        foreach (string[] set in sets.Select(set => set.Split('=', 2)))
        {
            using var index = await StoryIndex.OpenAsync(set[1], cancellationToken);
            long started = Stopwatch.GetTimestamp();
            await new StoryGrouper(
                index.Coverage,
                index.Stories,
                index.Calibrations,
                TimeProvider.System,
                NullLogger<StoryGrouper>.Instance
            ).RunAsync(cancellationToken);
            var took = Stopwatch.GetElapsedTime(started);
            ArticleId[] articles = [.. (await index.Stories.ListNodesAsync(null, cancellationToken)).Select(node => node.Article)];
            var links = await index.Stories.GetLinksAsync(articles, cancellationToken);
            var stored = await index.Stories.FindStoriesAsync(articles, cancellationToken);
            var sizes = stored
                .Values.CountBy(story => story)
                .CountBy(story => story.Value)
                .OrderBy(size => size.Key)
                .Select(size => $"{size.Key}: {size.Value}");
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{set[0]}: {articles.Length} articles, {links.Count} links, {took.TotalSeconds:F1} s; stories by "
                        + $"size {string.Join(", ", sizes)}"
                )
            );

            var grouped = levels.Select(level => PlacesOf(StoryClusters.Of(articles, links, level))).ToArray();
            var likely = links.ToDictionary(link => (link.First, link.Second), link => link.Likelihood);
            decisions.AddRange(
                pairs
                    .Where(pair => pair.Set == set[0])
                    .Select(pair =>
                        (
                            pair,
                            likely.GetValueOrDefault((pair.First, pair.Second)) >= together,
                            grouped.Select(places => places[pair.First] == places[pair.Second]).ToArray()
                        )
                    )
            );
        }

        foreach (bool held in (bool[])[false, true])
        {
            foreach (bool clear in (bool[])[false, true])
            {
                var rows = decisions.Where(d => d.Pair.IsHeldBack == held && !(clear && d.Pair.Doubtful)).ToArray();
                string what = (held ? "held back" : "tuned on") + (clear ? ", without doubtful ones" : "");
                Console.WriteLine($"{what}: pairs {PairScore.Of(rows.Select(d => (d.Linked, d.Pair.Same)))}");
                for (int i = 0; i < levels.Length; i++)
                {
                    Console.WriteLine(
                        $"{what}: in one story, joined from {levels[i]}{(levels[i] == together ? " as shipped" : "")}: "
                            + $"{PairScore.Of(rows.Select(d => (d.Grouped[i], d.Pair.Same)))}"
                    );
                }
            }
        }
    }

    private static Dictionary<ArticleId, int> PlacesOf(List<List<ArticleId>> groups) =>
        groups.SelectMany((group, i) => group.Select(article => (article, i))).ToDictionary(place => place.article, place => place.i);
}
