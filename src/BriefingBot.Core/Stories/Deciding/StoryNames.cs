using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Stories.Deciding;

/// <summary>Says which group goes on under which story's name. Stateless.</summary>
internal static class StoryNames
{
    /// <summary>One decision a group.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="before">The story of each article that had one.</param>
    public static List<StoryDecision> Keep(IReadOnlyList<List<ArticleId>> groups, IReadOnlyDictionary<ArticleId, StoryId> before)
    {
        // Each story is claimed by the group that has most of its articles; the first of equals in the order of ids.
        Dictionary<StoryId, (int Group, int Shared)> claims = [];
        var shares = groups
            .Select(group =>
                group.Where(before.ContainsKey).GroupBy(article => before[article]).ToDictionary(story => story.Key, story => story.Count())
            )
            .ToList();
        for (int i = 0; i < groups.Count; i++)
        {
            foreach (var (story, shared) in shares[i])
            {
                if (!claims.TryGetValue(story, out var claim) || claim.Shared < shared)
                {
                    claims[story] = (i, shared);
                }
            }
        }

        List<StoryDecision> decisions = new(groups.Count);
        for (int i = 0; i < groups.Count; i++)
        {
            StoryId[] claimed = [.. shares[i].Keys.Where(story => claims[story].Group == i).Order()];
            StoryId? left =
                claimed.Length > 0 || shares[i].Count == 0
                    ? null
                    : shares[i].OrderByDescending(story => story.Value).ThenBy(story => story.Key).First().Key;
            decisions.Add(new StoryDecision(groups[i], claimed.Length > 0 ? claimed[0] : null, [.. claimed.Skip(1)], left));
        }

        return decisions;
    }
}
