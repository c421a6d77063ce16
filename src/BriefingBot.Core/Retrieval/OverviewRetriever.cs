using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Retrieval;

/// <summary>
/// For questions without a topic ("What happened in February 2024?"): the newest articles of the period, whole. Thread-safe.
/// </summary>
public sealed class OverviewRetriever(ICoverageStore store)
{
    private const int MaxArticles = 6;

    /// <summary>
    /// All passages of the newest articles that may be seen, article by article. Undated articles are left out: their time is not known.
    /// </summary>
    public async Task<RetrievedPassages> RetrieveAsync(Question question, CancellationToken cancellationToken)
    {
        CoverageFilter filter = new()
        {
            Window = question.Window ?? new TimeWindow(DateOnly.MinValue, DateOnly.MaxValue),
            NotAfter = question.IsBackdated ? question.AsOf : question.AsOf.AddDays(1),
            Collections = question.Collections,
            Source = question.Source,
        };
        var page = await store.ListArticlesAsync(filter, 0, MaxArticles, cancellationToken);
        List<RetrievedPassage> passages = [];
        foreach (var header in page.Articles.Where(header => header.Published is { } date && filter.Window.Value.Contains(date.Day)))
        {
            if (await store.FindArticleAsync(header.Id, header.Revision, cancellationToken) is { } article)
            {
                passages.AddRange(
                    article.ToPassages().Select(p => new RetrievedPassage(p, 1.0 / (1 + passages.Count), 0, SentenceReader.Read(p), 1))
                );
            }
        }

        return new RetrievedPassages(passages, [.. question.Terms.Select(_ => 1.0 / question.Terms.Count)], TimeSpan.Zero);
    }
}
