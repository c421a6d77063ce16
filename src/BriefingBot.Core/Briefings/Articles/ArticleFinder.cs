using BriefingBot.Core.Briefings.Topics;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions.Sources;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefings.Articles;

/// <summary>Finds articles by words, source and date, the newest first, undated last. Thread-safe.</summary>
public sealed class ArticleFinder(ICoverageStore store)
{
    /// <summary>With words, not more than so many are counted.</summary>
    public const int MostFound = 1000;

    private const int HeadlinesAPage = 1000;
    private const int MostHeadlines = 50_000;

    /// <summary>The outlets that articles name, one name for all spellings of each.</summary>
    /// <exception cref="StoreException">The coverage cannot be read.</exception>
    public async Task<IReadOnlyList<string>> ListOutletsAsync(CancellationToken cancellationToken) =>
        [
            .. (await store.GetCreditsAsync(cancellationToken))
                .Outlets.Select(OutletNames.Known.Canonical)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>A page of what fits.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="offset">How many come before the page.</param>
    /// <param name="limit">How many are on it at most.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="StoreException">The coverage cannot be read.</exception>
    public async Task<ArticlePage> FindAsync(ArticleQuery query, int offset, int limit, CancellationToken cancellationToken)
    {
        var source = await FindSourceAsync(query.Source, cancellationToken);
        if (source is { Credits.Count: 0 })
        {
            return new ArticlePage(0, []);
        }

        var filter = new CoverageFilter
        {
            Source = source,
            Window =
                query.IsUndated ? new TimeWindow(DateOnly.MinValue, DateOnly.MinValue)
                : query is { Since: null, Until: null } ? null
                : new TimeWindow(query.Since ?? DateOnly.MinValue, query.Until ?? DateOnly.MaxValue),
            AllowUndated = query.IsUndated,
        };
        if (string.IsNullOrWhiteSpace(query.Words))
        {
            return await store.ListArticlesAsync(filter, offset, limit, cancellationToken);
        }

        var found = await MentioningAsync(query, filter, cancellationToken);
        found = found.Count > 0 ? found : await HeadedAsync(query.Words, filter, cancellationToken);
        return new ArticlePage(found.Count, [.. found.Skip(offset).Take(limit)]);
    }

    /// <summary>A source that nobody knows has no articles.</summary>
    private async Task<CoverageSource?> FindSourceAsync(string? name, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(name)
            ? null
            : SourceNames.Of(await store.GetCreditsAsync(cancellationToken)).Find(name.Trim()) ?? new CoverageSource(name, false, []);

    private async Task<List<ArticleHeader>> MentioningAsync(ArticleQuery query, CoverageFilter filter, CancellationToken cancellationToken)
    {
        var words = TopicWord.Read(query.Words!);
        List<ArticleHeader> found = [];
        if (words.Count == 0)
        {
            return found;
        }

        // The search takes undated articles last, and only where no period is set.
        var newest = (await store.GetStatusAsync(cancellationToken)).Newest?.Day ?? DateOnly.MinValue;
        var searched = query.IsUndated ? filter with { Window = null, AllowUndated = false } : filter;
        await foreach (var article in new TopicSearch(store, mentions: true).FindAsync(words, searched, newest, cancellationToken))
        {
            if (!query.IsUndated || article.Published is null)
            {
                found.Add(article);
            }

            if (found.Count == MostFound)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>Articles whose headline, outlet or byline has a word that begins with each of the words, as one types them.</summary>
    private async Task<List<ArticleHeader>> HeadedAsync(string typed, CoverageFilter filter, CancellationToken cancellationToken)
    {
        string[] beginnings = [.. WordTokenizer.Tokenize(typed).Select(token => typed.Substring(token.Start, token.Length))];
        List<ArticleHeader> found = [];
        for (int offset = 0; beginnings.Length > 0 && offset < MostHeadlines && found.Count < MostFound; offset += HeadlinesAPage)
        {
            var page = await store.ListArticlesAsync(filter, offset, HeadlinesAPage, cancellationToken);
            found.AddRange(page.Articles.Where(article => Begins(article, beginnings)));
            if (offset + HeadlinesAPage >= page.Total)
            {
                break;
            }
        }

        return found;
    }

    private static bool Begins(ArticleHeader article, string[] beginnings)
    {
        string text = $"{article.Title} {article.Outlet} {article.Byline}";
        var words = WordTokenizer.Tokenize(text);
        return beginnings.All(beginning =>
            words.Any(word => text.AsSpan(word.Start, word.Length).StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
        );
    }
}
