using BriefingBot.Core.Briefings;
using BriefingBot.Core.Briefings.Topics;
using BriefingBot.Core.Conversations.Requests;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Subscriptions.Follows;

/// <summary>
/// Finds among what came what places follow: topics by the rules of "latest", outlets and authors by their names. Articles and topics are read once for all
/// places, so it is made anew for every look. Not thread-safe.
/// </summary>
internal sealed class FollowMatcher(ICoverageStore store)
{
    private const int PageSize = 500;
    private const int MostKept = 1000;
    private readonly Dictionary<ArticleId, FollowedText?> _texts = [];
    private readonly Dictionary<string, ArticleTopic?> _topics = new(StringComparer.Ordinal);

    /// <summary>What is followed of the arrivals of a window, newest first and undated last, near-identical copies once.</summary>
    /// <param name="interests">What the place follows.</param>
    /// <param name="window">Which arrivals.</param>
    /// <param name="collections">The collections that the place may see; null: all.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<FollowedArticle>> FindAsync(
        IReadOnlyList<Interest> interests, ArrivalWindow window, IReadOnlyCollection<string>? collections, CancellationToken cancellationToken)
    {
        List<(FollowedArticle Found, NearCopies Text)> found = [];
        while (!window.IsEmpty)
        {
            var arrivals = await store.ListArrivalsAsync(window, PageSize, cancellationToken);
            foreach (var arrival in arrivals.Where(arrival => collections?.Contains(arrival.Article.Collection) != false))
            {
                var why = await MatchAsync(interests, arrival, cancellationToken);
                if (why.Count > 0 && await ReadAsync(arrival.Article.Id, cancellationToken) is { } text)
                {
                    Add(found, new FollowedArticle(arrival.Article, 1, why), text.Copies.Value);
                }
            }

            window = arrivals.Count < PageSize ? window with { After = window.UpTo } : window with { After = arrivals[^1].Number };
        }

        return [.. found.Select(static one => one.Found).OrderByDescending(static one => one.Article.Published is not null).ThenByDescending(static one => one.Article.Published)];
    }

    private static void Add(List<(FollowedArticle Found, NearCopies Text)> found, FollowedArticle article, NearCopies text)
    {
        int same = found.FindIndex(known => known.Text.IsCopyOf(text));
        if (same < 0)
        {
            found.Add((article, text));
            return;
        }

        var first = found[same].Found;
        found[same] = (first with { Copies = first.Copies + 1, Why = [.. first.Why.Union(article.Why)] }, found[same].Text);
    }

    private async Task<IReadOnlyList<Interest>> MatchAsync(IReadOnlyList<Interest> interests, Arrival arrival, CancellationToken cancellationToken)
    {
        List<Interest> why = [];
        foreach (var interest in interests.Where(interest => interest.After < arrival.Number))
        {
            bool matches = interest.Kind switch
            {
                FollowKind.Outlet => IsOutlet(arrival.Article, interest.Words),
                FollowKind.Author => new SourceName(interest.Words, IsAuthor: true).IsOf(arrival.Article),
                _ => await TopicOfAsync(interest.Words, cancellationToken) is { } topic && await ReadAsync(arrival.Article.Id, cancellationToken) is { } text && topic.IsAbout(text.Words),
            };
            if (matches)
            {
                why.Add(interest);
            }
        }

        return why;
    }

    private static bool IsOutlet(ArticleHeader article, string words) =>
        new SourceName(words, IsAuthor: false).IsOf(article)
        || (article.Outlet is { } outlet && OutletNames.Known.Canonical(outlet).Equals(OutletNames.Known.Canonical(words), StringComparison.OrdinalIgnoreCase));

    private async Task<ArticleTopic?> TopicOfAsync(string words, CancellationToken cancellationToken)
    {
        if (!_topics.TryGetValue(words, out var topic))
        {
            _topics[words] = topic = await ArticleTopic.ReadAsync(store, words, cancellationToken);
        }

        return topic;
    }

    private async Task<FollowedText?> ReadAsync(ArticleId id, CancellationToken cancellationToken)
    {
        if (_texts.TryGetValue(id, out var text))
        {
            return text;
        }

        if (_texts.Count == MostKept)
        {
            _texts.Clear();
        }

        var article = await store.FindArticleAsync(id, null, cancellationToken);
        var passages = article?.ToPassages() ?? [];
        return _texts[id] = passages.Count == 0 ? null : new FollowedText(TopicText.Read(passages), new Lazy<NearCopies>(() => NewCoverage.ReadText(article!)));
    }

    /// <summary>An article as it is looked at.</summary>
    private sealed record FollowedText(TopicText Words, Lazy<NearCopies> Copies);
}
