using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Stories.Deciding;

/// <summary>
/// Groups articles by average linkage: of all pairs of groups, the one whose links are likeliest in the mean is joined first, pairs without
/// a link counting as 0. So a report that is near to one end of a chain does not join it. The same links give the same groups, whatever
/// their order. Stateless.
/// </summary>
internal static class StoryClusters
{
    /// <summary>The groups; articles and groups in the order of their ids.</summary>
    /// <param name="articles">All articles to be grouped.</param>
    /// <param name="links">Their links; those to other articles are left out.</param>
    /// <param name="together">The least mean that joins, in thousandths.</param>
    public static List<List<ArticleId>> Of(IEnumerable<ArticleId> articles, IEnumerable<StoryLink> links, int together)
    {
        ArticleId[] ids = [.. articles.Distinct().OrderBy(id => id.Value, StringComparer.Ordinal)];
        var places = ids.Select((id, i) => (id, i)).ToDictionary(place => place.id, place => place.i);
        List<int>?[] groups = [.. Enumerable.Range(0, ids.Length).Select(i => new List<int> { i })];
        Dictionary<int, long>[] sums = [.. ids.Select(_ => new Dictionary<int, long>())];
        foreach (var link in links)
        {
            if (places.TryGetValue(link.First, out int first) && places.TryGetValue(link.Second, out int second) && first != second)
            {
                sums[first][second] = sums[second][first] = link.Likelihood;
            }
        }

        PriorityQueue<(int First, int Second, long Sum, int Size), Order> queue = new(ByMean);
        for (int i = 0; i < ids.Length; i++)
        {
            foreach (var (j, _) in sums[i].Where(link => link.Key > i))
            {
                Offer(i, j);
            }
        }

        while (queue.TryDequeue(out var pair, out _))
        {
            // A pair of which one side has grown, or is gone, was offered anew.
            if (
                groups[pair.First] is { } kept
                && groups[pair.Second] is { } added
                && kept.Count * added.Count == pair.Size
                && sums[pair.First].GetValueOrDefault(pair.Second) == pair.Sum
            )
            {
                Join(pair.First, pair.Second, kept, added);
            }
        }

        return [.. groups.OfType<List<int>>().Select(group => group.Order().Select(i => ids[i]).ToList())];

        void Join(int to, int from, List<int> kept, List<int> added)
        {
            kept.AddRange(added);
            groups[from] = null;
            sums[to].Remove(from);
            foreach (var (other, sum) in sums[from].Where(link => link.Key != to))
            {
                sums[to][other] = sums[other][to] = sums[to].GetValueOrDefault(other) + sum;
                sums[other].Remove(from);
            }

            sums[from].Clear();
            foreach (int other in sums[to].Keys)
            {
                Offer(Math.Min(to, other), Math.Max(to, other));
            }
        }

        void Offer(int first, int second)
        {
            long sum = sums[first][second];
            int size = groups[first]!.Count * groups[second]!.Count;
            if (sum >= (long)together * size)
            {
                queue.Enqueue((first, second, sum, size), new Order(sum, size, first, second));
            }
        }
    }

    private readonly record struct Order(long Sum, int Size, int First, int Second);

    /// <summary>The greatest mean first, then the lowest places; means are compared as whole numbers.</summary>
    private static readonly Comparer<Order> ByMean = Comparer<Order>.Create(
        static (one, other) =>
        {
            int byMean = (other.Sum * one.Size).CompareTo(one.Sum * other.Size);
            return byMean != 0 ? byMean
                : one.First != other.First ? one.First.CompareTo(other.First)
                : one.Second.CompareTo(other.Second);
        }
    );
}
