using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefings.Topics;

/// <summary>
/// Finds all articles about a topic, the newest first, however many there are: the coverage is searched in stretches of days, from the last
/// one back, each short enough to be searched whole.
/// </summary>
/// <param name="store">The coverage.</param>
/// <param name="mentions">Take also what only mentions the topic.</param>
internal sealed class TopicSearch(ICoverageStore store, bool mentions = false)
{
    private const int MostHits = 1500;
    private const int FirstStretch = 45;
    private const double NameShare = 0.5;

    /// <summary>The articles: dated ones newest first, then undated ones.</summary>
    /// <param name="words">The topic.</param>
    /// <param name="filter">What may be seen.</param>
    /// <param name="newest">The last day that counts.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async IAsyncEnumerable<ArticleHeader> FindAsync(
        IReadOnlyList<TopicWord> words,
        CoverageFilter filter,
        DateOnly newest,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        string[] stems = [.. words.SelectMany(word => word.Stems).Distinct(StringComparer.Ordinal)];
        var names = await FindNamesAsync(words, stems, filter, cancellationToken);
        var first = filter.Window?.From ?? DateOnly.MinValue;
        var last = filter.Window?.To is { } end && end < newest ? end : newest;
        int days = FirstStretch;
        while (last >= first)
        {
            var from = last.DayNumber - first.DayNumber < days ? first : last.AddDays(1 - days);
            var stretch = filter with { Window = new TimeWindow(from, last), AllowUndated = false };
            var hits = await store.SearchWordsAsync(stems, stretch, MostHits, cancellationToken);
            if (hits.Count >= MostHits && from < last)
            {
                days = Math.Max(1, (last.DayNumber - from.DayNumber + 1) / 2);
                continue;
            }

            foreach (var article in await ReadAsync(words, hits, names, cancellationToken))
            {
                if (article.Published is { } date && stretch.Window!.Value.Contains(date.Day))
                {
                    yield return article;
                }
            }

            if (from == first)
            {
                break;
            }

            last = from.AddDays(-1);

            // Old coverage is thin, and empty stretches should not be many.
            days =
                hits.Count > MostHits / 3 ? days
                : days > 36_500 ? int.MaxValue / 2
                : days * 3;
        }

        if (filter.Window is null)
        {
            var undated = filter with { Window = new TimeWindow(DateOnly.MinValue, DateOnly.MinValue), AllowUndated = true };
            foreach (
                var article in await ReadAsync(
                    words,
                    await store.SearchWordsAsync(stems, undated, MostHits, cancellationToken),
                    names,
                    cancellationToken
                )
            )
            {
                if (article.Published is null)
                {
                    yield return article;
                }
            }
        }
    }

    private async Task<IReadOnlyList<ArticleHeader>> ReadAsync(
        IReadOnlyList<TopicWord> words,
        IReadOnlyList<PassageHit> hits,
        IReadOnlyList<bool> names,
        CancellationToken cancellationToken
    )
    {
        var articles = await LoadAsync(words, hits, cancellationToken);
        return
        [
            .. articles
                .Where(article => (mentions ? article.IsMentioning : article.IsAbout) && article.WritesNames(names))
                .Select(article => article.Header)
                .OrderByDescending(header => header.Published is not null)
                .ThenByDescending(header => header.Published)
                .ThenBy(header => header.Id.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// Which words are names: "Turkey" is one when articles write it with a capital throughout; then those that speak of turkeys are about
    /// something else.
    /// </summary>
    public async Task<IReadOnlyList<bool>> FindNamesAsync(
        IReadOnlyList<TopicWord> words,
        string[] stems,
        CoverageFilter filter,
        CancellationToken cancellationToken
    )
    {
        if (!words.Any(word => word.IsCapitalized))
        {
            return [.. words.Select(_ => false)];
        }

        var sample = await LoadAsync(
            words,
            await store.SearchWordsAsync(stems, filter, MostHits / 5, cancellationToken),
            cancellationToken
        );
        return
        [
            .. words.Select(
                (word, i) =>
                {
                    var holding = sample.Where(article => article.Title[i].All + article.Body[i].All > 0).ToList();
                    int capital = holding.Count(article => !article.HasSmall(i));
                    return word.IsCapitalized
                        && capital > 0
                        && (CountryNames.GroupOf(WordTokenizer.Stem(word.Typed)) >= 0 || capital >= holding.Count * NameShare);
                }
            ),
        ];
    }

    private async Task<IReadOnlyList<TopicArticle>> LoadAsync(
        IReadOnlyList<TopicWord> words,
        IReadOnlyList<PassageHit> hits,
        CancellationToken cancellationToken
    )
    {
        var passages = await store.LoadPassagesAsync([.. hits.Select(hit => hit.Key)], cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return
        [
            .. passages
                .GroupBy(passage => passage.Article.Id)
                .Select(article => TopicArticle.Read(words, TopicText.Read([.. article.OrderBy(passage => passage.Start)]))),
        ];
    }
}
