using System.Numerics.Tensors;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Stories.Deciding;

/// <summary>
/// Finds for new and changed articles which others tell of the same event: the ones near in time and meaning are read and judged. One
/// run's; not thread-safe.
/// </summary>
internal sealed class StoryLinker(ICoverageStore coverage, IStoryStore stories, SimilarityScale scale, StoryWeights weights, ILogger logger)
{
    /// <summary>So many articles are written at once: a run that ends early goes on from there.</summary>
    private const int Batch = 200;

    /// <summary>Pairs that are less likely, in thousandths, weigh nothing in a mean.</summary>
    private const int LeastLikelihood = 50;

    /// <summary>Vectors that were stored are rounded: what is looked at is a little more than what is judged.</summary>
    private const double Rounding = 0.01;

    private readonly ProfileCache _profiles = new(coverage, stories, logger);
    private readonly LinkModel _model = new(weights);

    /// <summary>Links the articles to each other and to those that were linked before.</summary>
    /// <param name="articles">New and changed ones.</param>
    /// <param name="cancellationToken">Ends the run; batches that were written stay.</param>
    public async Task LinkAsync(IReadOnlyList<(ArticleId Article, long Version)> articles, CancellationToken cancellationToken)
    {
        List<StoryNode> nodes = new(articles.Count);
        foreach (var (article, version) in articles)
        {
            nodes.Add(await ReadAsync(article, version, cancellationToken));
        }

        nodes.Sort(
            static (one, other) =>
                Nullable.Compare(one.Day, other.Day) is var byDay and not 0
                    ? byDay
                    : string.CompareOrdinal(one.Article.Value, other.Article.Value)
        );
        var anew = articles.Select(article => article.Article).ToHashSet();
        NodesByDay known = new(
            (await stories.ListNodesAsync(WindowOf(nodes), cancellationToken)).Where(node => !anew.Contains(node.Article)),
            weights.Days
        );
        int done = 0;
        foreach (var batch in nodes.Chunk(Batch))
        {
            List<StoryLink> links = [];
            foreach (var node in batch)
            {
                links.AddRange(await LinkAsync(node, known, cancellationToken));
                known.Add(node);
            }

            await stories.LinkAsync(batch, links, cancellationToken);
            done += batch.Length;
            StoryLog.Compared(logger, done, nodes.Count);
        }
    }

    /// <summary>An article that cannot be read is a node without neighbours: its story is itself alone.</summary>
    private async Task<StoryNode> ReadAsync(ArticleId article, long version, CancellationToken cancellationToken)
    {
        if (await _profiles.FindAsync(article, cancellationToken) is not { } profile)
        {
            return new StoryNode(article, version, null, default, null);
        }

        return new StoryNode(article, version, profile.Day, profile.Lead, profile.Wire);
    }

    private async Task<List<StoryLink>> LinkAsync(StoryNode node, NodesByDay known, CancellationToken cancellationToken)
    {
        List<StoryLink> links = [];
        if (node.Vector.IsEmpty)
        {
            return links;
        }

        var near = known
            .Around(node.Day)
            .Where(other => other.Vector.Length == node.Vector.Length)
            .Select(other => (other.Article, Similarity: scale.Of(TensorPrimitives.Dot(node.Vector.Span, other.Vector.Span))))
            .Where(other => other.Similarity >= weights.LeastSimilarity - Rounding)
            .OrderByDescending(other => other.Similarity)
            .ThenBy(other => other.Article.Value, StringComparer.Ordinal)
            .Take(weights.MostCandidates);
        foreach (var (other, _) in near.ToList())
        {
            if (
                await _profiles.FindAsync(node.Article, cancellationToken) is { } one
                && await _profiles.FindAsync(other, cancellationToken) is { } two
                && _model.Judge(one, two, scale) is var likelihood and >= LeastLikelihood
            )
            {
                links.Add(StoryLink.Between(node.Article, other, likelihood));
            }
        }

        return links;
    }

    private TimeWindow? WindowOf(List<StoryNode> nodes) =>
        nodes.Any(node => node.Day is null) || nodes.Count == 0
            ? null
            : new TimeWindow(Earlier(nodes[0].Day!.Value, weights.Days), Later(nodes[^1].Day!.Value, weights.Days));

    private static DateOnly Earlier(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Max(day.DayNumber - days, DateOnly.MinValue.DayNumber));

    private static DateOnly Later(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Min(day.DayNumber + days, DateOnly.MaxValue.DayNumber));
}
