using BriefingBot.Core.Briefings.Topics;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories;

namespace BriefingBot.Core.Briefings;

/// <summary>
/// What came into the coverage in a stretch of arrivals: articles that the store had not seen before. A revision is nothing new, nor is an
/// article that was away for a while. All is quoted, no model is asked. Thread-safe.
/// </summary>
/// <param name="store">The coverage.</param>
/// <param name="clock">Tells which dates have come.</param>
/// <param name="stories">Which reports are of one event; null: only near-identical texts count as one.</param>
public sealed class NewCoverage(ICoverageStore store, TimeProvider clock, IStoryStore? stories = null)
{
    private const int PageSize = 500;
    private readonly StoryLookup _stories = new(store, stories);

    /// <summary>
    /// A page of them: newest first, then undated ones, then those whose date has not come; the reports of one story once, by the newest of
    /// them.
    /// </summary>
    public async Task<NewsPage> ReadAsync(NewsRequest request, CancellationToken cancellationToken)
    {
        var headers = await ListAsync(request, cancellationToken);
        StoryFold fold = new(store, _stories, request.From + request.Count);
        bool more = false;
        foreach (var header in Order(headers))
        {
            if (!await fold.TryAddAsync(header, null, cancellationToken))
            {
                more = true;
                break;
            }
        }

        List<BriefingEntry> shown = [];
        foreach (var entry in fold.Entries.Skip(request.From))
        {
            shown.Add(await QuoteAsync(entry, request, cancellationToken));
        }

        return new NewsPage(shown, headers.Count, more);
    }

    private async Task<BriefingEntry> QuoteAsync(FoldedReport listed, NewsRequest request, CancellationToken cancellationToken)
    {
        var entry = LatestBriefing.Quote(listed.Article, listed.Copies);
        return
            listed.Story is { } id
            && await _stories.ReadAsync(id, listed.Article, new CoverageFilter { Collections = request.Collections }, cancellationToken)
                is var (story, copies)
            ? entry with
            {
                Story = story,
                Copies = listed.Copies + copies - 1,
            }
            : entry;
    }

    private async Task<IReadOnlyList<ArticleHeader>> ListAsync(NewsRequest request, CancellationToken cancellationToken)
    {
        var topic = request.Topic is null ? null : await ArticleTopic.ReadAsync(store, request.Topic, cancellationToken);
        List<ArticleHeader> found = [];
        var window = request.Window;
        while (!window.IsEmpty)
        {
            var arrivals = await store.ListArrivalsAsync(window, PageSize, cancellationToken);
            foreach (
                var header in arrivals
                    .Select(arrival => arrival.Article)
                    .Where(header => request.Collections?.Contains(header.Collection) != false)
            )
            {
                if (
                    topic is null
                    || (await store.FindArticleAsync(header.Id, null, cancellationToken) is { } article && topic.IsAbout(article))
                )
                {
                    found.Add(header);
                }
            }

            if (arrivals.Count < PageSize)
            {
                break;
            }

            window = window with { After = arrivals[^1].Number };
        }

        return found;
    }

    private IEnumerable<ArticleHeader> Order(IEnumerable<ArticleHeader> headers)
    {
        // Somewhere on earth it is tomorrow already.
        var last = DateOnly.FromDateTime(clock.GetUtcNow().AddHours(14).DateTime);
        return headers
            .OrderBy(header =>
                header.Published is not { } date ? 1
                : date.Day > last ? 2
                : 0
            )
            .ThenByDescending(header => header.Published)
            .ThenBy(header => header.Id.Value, StringComparer.Ordinal);
    }
}
