using BriefingBot.Core.Briefings;
using BriefingBot.Core.Briefings.Topics;
using BriefingBot.Core.Conversations.Requests;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Subscriptions.Follows;

/// <summary>
/// Finds among what came what places follow: topics by the rules of "latest", outlets and authors by their names, further reports of
/// stories. A second report of a story that the place was told of is no news, unless the story itself is followed. Articles and topics are
/// read once for all places, so it is made anew for every look. Not thread-safe.
/// </summary>
internal sealed class FollowMatcher(ICoverageStore store, IStoryStore? stories)
{
    private const int PageSize = 500;
    private const int MostKept = 1000;
    private readonly Dictionary<ArticleId, FollowedText?> _texts = [];
    private readonly Dictionary<string, ArticleTopic?> _topics = new(StringComparer.Ordinal);
    private readonly Dictionary<StoryId, Story?> _stories = [];

    /// <summary>What is followed of the arrivals of a window, newest first and undated last, the reports of one story once.</summary>
    /// <param name="interests">What the place follows.</param>
    /// <param name="window">Which arrivals.</param>
    /// <param name="collections">The collections that the place may see; null: all.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<FollowedArticle>> FindAsync(
        IReadOnlyList<Interest> interests,
        ArrivalWindow window,
        IReadOnlyCollection<string>? collections,
        CancellationToken cancellationToken
    )
    {
        List<Match> found = [];
        long looked = window.After;
        while (!window.IsEmpty)
        {
            var arrivals = await store.ListArrivalsAsync(window, PageSize, cancellationToken);
            var grouped = stories is null
                ? new Dictionary<ArticleId, StoryId>()
                : await stories.FindStoriesAsync([.. arrivals.Select(static arrival => arrival.Article.Id)], cancellationToken);
            foreach (var arrival in arrivals.Where(arrival => collections?.Contains(arrival.Article.Collection) != false))
            {
                StoryId? story = grouped.TryGetValue(arrival.Article.Id, out var id) ? id : null;
                var why = await MatchAsync(interests, arrival, story, cancellationToken);
                if (
                    why.Any(static interest => interest.Kind != FollowKind.Story)
                    && story is { } known
                    && await WasToldAsync(interests, known, looked, collections, cancellationToken)
                )
                {
                    why = [.. why.Where(static interest => interest.Kind == FollowKind.Story)];
                }

                if (why.Count > 0 && await ReadAsync(arrival.Article.Id, cancellationToken) is { } text)
                {
                    Add(found, new Match(new FollowedArticle(arrival.Article, 1, why), text.Copies.Value, story));
                }
            }

            window = arrivals.Count < PageSize ? window with { After = window.UpTo } : window with { After = arrivals[^1].Number };
        }

        return
        [
            .. found
                .Select(static one => one.Found)
                .OrderByDescending(static one => one.Article.Published is not null)
                .ThenByDescending(static one => one.Article.Published),
        ];
    }

    private static void Add(List<Match> found, Match match)
    {
        int same = found.FindIndex(known => (match.Story is not null && known.Story == match.Story) || known.Text.IsCopyOf(match.Text));
        if (same < 0)
        {
            found.Add(match);
            return;
        }

        var first = found[same].Found;
        found[same] = found[same] with { Found = first with { Reports = first.Reports + 1, Why = [.. first.Why.Union(match.Found.Why)] } };
    }

    /// <summary>Did a report of the story come before that the place was to be told of?</summary>
    private async Task<bool> WasToldAsync(
        IReadOnlyList<Interest> interests,
        StoryId id,
        long looked,
        IReadOnlyCollection<string>? collections,
        CancellationToken cancellationToken
    )
    {
        if (await StoryOfAsync(id, cancellationToken) is not { Reports.Count: > 1 } story)
        {
            return false;
        }

        var reports = story
            .Reports.Select(static report => report.Article)
            .Where(article => collections?.Contains(article.Collection) != false)
            .ToList();
        var numbers = await store.GetArrivalsAsync([.. reports.Select(static article => article.Id)], cancellationToken);
        foreach (var article in reports)
        {
            if (
                numbers.TryGetValue(article.Id, out long number)
                && number <= looked
                && (await MatchAsync(interests, new Arrival(number, article), null, cancellationToken)).Count > 0
            )
            {
                return true;
            }
        }

        return false;
    }

    private async Task<IReadOnlyList<Interest>> MatchAsync(
        IReadOnlyList<Interest> interests,
        Arrival arrival,
        StoryId? story,
        CancellationToken cancellationToken
    )
    {
        List<Interest> why = [];
        foreach (var interest in interests.Where(interest => interest.After < arrival.Number))
        {
            bool matches = interest.Kind switch
            {
                FollowKind.Outlet => IsOutlet(arrival.Article, interest.Words),
                FollowKind.Story => story is not null
                    && interest.Story is { } followed
                    && (await StoryOfAsync(followed, cancellationToken))?.Id == story,
                FollowKind.Author => new SourceName(interest.Words, IsAuthor: true).IsOf(arrival.Article),
                _ => await TopicOfAsync(interest.Words, cancellationToken) is { } topic
                    && await ReadAsync(arrival.Article.Id, cancellationToken) is { } text
                    && topic.IsAbout(text.Words),
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
        || (
            article.Outlet is { } outlet
            && OutletNames.Known.Canonical(outlet).Equals(OutletNames.Known.Canonical(words), StringComparison.OrdinalIgnoreCase)
        );

    private async Task<Story?> StoryOfAsync(StoryId id, CancellationToken cancellationToken)
    {
        if (!_stories.TryGetValue(id, out var story))
        {
            _stories[id] = story = stories is null ? null : await stories.FindAsync(id, cancellationToken);
        }

        return story;
    }

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
        return _texts[id] =
            passages.Count == 0
                ? null
                : new FollowedText(TopicText.Read(passages), new Lazy<NearCopies>(() => StoryLookup.TextOf(article!)));
    }

    /// <summary>An article as it is looked at.</summary>
    private sealed record FollowedText(TopicText Words, Lazy<NearCopies> Copies);

    /// <summary>What was found.</summary>
    private sealed record Match(FollowedArticle Found, NearCopies Text, StoryId? Story);
}
