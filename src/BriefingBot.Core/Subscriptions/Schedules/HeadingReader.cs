using BriefingBot.Core.Briefings;
using BriefingBot.Core.Briefings.Topics;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Subscriptions.Follows;

namespace BriefingBot.Core.Subscriptions.Schedules;

/// <summary>Finds the headings that the entries of a briefing stand under for a place. Thread-safe.</summary>
public sealed class HeadingReader(IFollowStore follows, ICoverageStore coverage)
{
    public async Task<BriefingHeadings> ReadAsync(
        SubscriptionPlace place,
        IReadOnlyList<BriefingEntry> entries,
        CancellationToken cancellationToken
    )
    {
        var follower = await follows.FindAsync(place, cancellationToken);
        string[] topics =
        [
            .. (follower?.Interests ?? [])
                .Where(static interest => interest.Kind == FollowKind.Topic)
                .Select(static interest => interest.Words),
        ];
        Dictionary<ArticleId, string> byArticle = [];
        foreach (string words in topics)
        {
            var topic = await ArticleTopic.ReadAsync(coverage, words, cancellationToken);
            foreach (var id in entries.Select(static entry => entry.Article.Id).Where(id => !byArticle.ContainsKey(id)))
            {
                if (
                    topic is not null
                    && await coverage.FindArticleAsync(id, null, cancellationToken) is { } article
                    && topic.IsAbout(article)
                )
                {
                    byArticle.Add(id, words);
                }
            }
        }

        return new BriefingHeadings(topics, byArticle);
    }
}
