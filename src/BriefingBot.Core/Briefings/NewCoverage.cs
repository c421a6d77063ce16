using BriefingBot.Core.Briefings.Topics;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefings;

/// <summary>
/// What came into the coverage in a stretch of arrivals: articles that the store had not seen before. A revision is nothing new, nor is an article that was away
/// for a while. All is quoted, no model is asked. Thread-safe.
/// </summary>
public sealed class NewCoverage(ICoverageStore store, TimeProvider clock)
{
    private const int PageSize = 500;

    /// <summary>How much of two texts is compared to tell copies.</summary>
    private const int ComparedUnits = 20_000;

    /// <summary>A page of them: newest first, then undated ones, then those whose date has not come; near-identical copies once.</summary>
    public async Task<NewsPage> ReadAsync(NewsRequest request, CancellationToken cancellationToken)
    {
        var headers = await ListAsync(request, cancellationToken);
        int wanted = request.From + request.Count;
        List<(StoredArticle Article, NearCopies Text, int Copies)> stories = [];
        bool more = false;
        foreach (var header in Order(headers))
        {
            if (await store.FindArticleAsync(header.Id, null, cancellationToken) is not { } article)
            {
                continue;
            }

            var text = ReadText(article);
            int same = stories.FindIndex(story => story.Text.IsCopyOf(text));
            if (same >= 0)
            {
                stories[same] = stories[same] with { Copies = stories[same].Copies + 1 };
            }
            else if (stories.Count == wanted)
            {
                more = true;
                break;
            }
            else
            {
                stories.Add((article, text, 1));
            }
        }

        return new NewsPage([.. stories.Skip(request.From).Select(story => LatestBriefing.Quote(story.Article, story.Copies))], headers.Count, more);
    }

    /// <summary>An article's text for telling copies.</summary>
    internal static NearCopies ReadText(StoredArticle article) =>
        new(WordTokenizer.Tokenize(article.Article.Text.AsSpan(0, Math.Min(article.Article.Text.Length, ComparedUnits))));

    private async Task<IReadOnlyList<ArticleHeader>> ListAsync(NewsRequest request, CancellationToken cancellationToken)
    {
        var topic = request.Topic is null ? null : await ArticleTopic.ReadAsync(store, request.Topic, cancellationToken);
        List<ArticleHeader> found = [];
        for (var window = request.Window; !window.IsEmpty;)
        {
            var arrivals = await store.ListArrivalsAsync(window, PageSize, cancellationToken);
            foreach (var header in arrivals.Select(arrival => arrival.Article).Where(header => request.Collections?.Contains(header.Collection) != false))
            {
                if (topic is null || (await store.FindArticleAsync(header.Id, null, cancellationToken) is { } article && topic.IsAbout(article)))
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
            .OrderBy(header => header.Published is not { } date ? 1 : date.Day > last ? 2 : 0)
            .ThenByDescending(header => header.Published)
            .ThenBy(header => header.Id.Value, StringComparer.Ordinal);
    }
}
