using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories.Deciding;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Stories;

/// <summary>
/// Brings the stories in step with the coverage: what is new or changed is linked to the reports near it, and the groups that this touches
/// are decided again.
/// </summary>
/// <remarks>
/// A group is decided from its links alone, so that the same coverage comes to the same groups in whatever order it arrived. Names stay
/// with what they named: when groups become one, the oldest story goes on and leads the others to it; when one falls apart, the part with
/// most of its articles keeps it. Runs on one store should not overlap; when they do, both come to the same groups.
/// </remarks>
public sealed class StoryGrouper(
    ICoverageStore coverage,
    IStoryStore stories,
    EncoderCalibrations calibrations,
    TimeProvider clock,
    ILogger<StoryGrouper> logger
)
{
    private readonly StoryWeights _weights = StoryWeights.Shipped;

    /// <param name="cancellationToken">Ends the run; what was linked until then stays, and the next run goes on from there.</param>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        long started = clock.GetTimestamp();
        var work = await stories.TakeWorkAsync(cancellationToken);
        if (work.Unlinked.Count + work.Ungrouped.Count == 0)
        {
            return;
        }

        StoryLog.Started(logger, work.Unlinked.Count, work.Ungrouped.Count);
        await new StoryLinker(coverage, stories, calibrations.Current.Scale, _weights, logger).LinkAsync(work.Unlinked, cancellationToken);

        // Linking has ungrouped neighbours of what changed.
        var ungrouped = (await stories.TakeWorkAsync(cancellationToken)).Ungrouped;
        var (articles, links) = await CloseAsync(ungrouped, cancellationToken);
        var groups = StoryClusters.Of(articles, links, _weights.Together);
        var decisions = StoryNames.Keep(groups, await stories.FindStoriesAsync(articles, cancellationToken));
        await stories.SaveAsync(decisions, cancellationToken);
        StoryLog.Finished(
            logger,
            articles.Count,
            decisions.Count,
            decisions.Count(decision => decision.Keeps is null),
            clock.GetElapsedTime(started).TotalSeconds
        );
    }

    /// <summary>All articles that links which may join lead to, and their links: outside of these nothing changes.</summary>
    private async Task<(IReadOnlyCollection<ArticleId> Articles, IReadOnlyCollection<StoryLink> Links)> CloseAsync(
        IReadOnlyList<ArticleId> from,
        CancellationToken cancellationToken
    )
    {
        HashSet<ArticleId> reached = [.. from];
        HashSet<StoryLink> links = [];
        List<ArticleId> edge = [.. reached];
        while (edge.Count > 0)
        {
            List<ArticleId> next = [];
            foreach (var link in await stories.GetLinksAsync(edge, cancellationToken))
            {
                links.Add(link);
                if (link.Likelihood >= _weights.Together)
                {
                    next.AddRange(new[] { link.First, link.Second }.Where(reached.Add));
                }
            }

            edge = next;
        }

        return (reached, links);
    }
}
