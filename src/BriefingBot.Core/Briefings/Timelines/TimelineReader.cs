using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories;

namespace BriefingBot.Core.Briefings.Timelines;

/// <summary>
/// Reads when a topic or a story was reported, and where reports of one story count the same thing otherwise. Thread-safe.
/// </summary>
/// <param name="store">The coverage.</param>
/// <param name="stories">The stories.</param>
/// <param name="latest">Finds what is about a topic.</param>
/// <param name="clock">Tells which dates have come.</param>
public sealed class TimelineReader(ICoverageStore store, IStoryStore stories, LatestBriefing latest, TimeProvider clock)
{
    /// <summary>The most reports on a timeline: the newest ones.</summary>
    public const int MostReports = 200;

    /// <summary>So many reports of a story are compared, and so many of all.</summary>
    private const int MostCompared = 24;
    private const int MostComparedOfAll = 120;

    /// <summary>The timeline of a topic; without reports when nothing is about it.</summary>
    /// <exception cref="InvalidQuestionException">The topic has no word that could be looked up.</exception>
    public async Task<Timeline> ReadAsync(string topic, CoverageFilter filter, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(topic);
        List<ArticleHeader> articles = [];
        await foreach (var article in latest.FindAboutAsync(topic.Trim(), filter with { NotAfter = Today() }, Today(), cancellationToken))
        {
            if (articles.Count == MostReports)
            {
                return await MakeAsync(topic.Trim(), articles, cancellationToken) with { IsCut = true };
            }

            articles.Add(article);
        }

        return await MakeAsync(topic.Trim(), articles, cancellationToken);
    }

    /// <summary>The timeline of a story; null when there is none of that name.</summary>
    public async Task<Timeline?> ReadAsync(StoryId story, CancellationToken cancellationToken)
    {
        if (await stories.FindAsync(story, cancellationToken) is not { } found)
        {
            return null;
        }

        List<ArticleHeader> articles = [.. found.Reports.Select(static report => report.Article).Take(MostReports)];
        var timeline = await MakeAsync("", articles, cancellationToken);
        return timeline with { Title = timeline.Reports[0].Article.Title, IsCut = found.Reports.Count > MostReports };
    }

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().AddHours(14).DateTime);

    private async Task<Timeline> MakeAsync(string title, List<ArticleHeader> articles, CancellationToken cancellationToken)
    {
        var grouped = await stories.FindStoriesAsync([.. articles.Select(static article => article.Id)], cancellationToken);
        List<TimelineReport> reports =
        [
            .. articles
                .OrderBy(static article => article.Published is null)
                .ThenBy(static article => article.Published)
                .ThenBy(static article => article.Id.Value, StringComparer.Ordinal)
                .Select(article => new TimelineReport(article, grouped.TryGetValue(article.Id, out var story) ? story : null)),
        ];
        var moves = await FindMovesAsync(reports, cancellationToken);
        return new Timeline(
            title,
            [.. reports.Select(report => moves.TryGetValue(report.Article.Id, out var move) ? report with { Move = move } : report)]
        );
    }

    private async Task<Dictionary<ArticleId, StoryMove>> FindMovesAsync(
        IReadOnlyList<TimelineReport> reports,
        CancellationToken cancellationToken
    )
    {
        Dictionary<ArticleId, StoryMove> moves = [];
        int compared = 0;
        foreach (
            var story in reports
                .Where(static report => report is { Story: not null, Article.Published: not null })
                .GroupBy(static report => report.Story)
        )
        {
            List<StoredArticle> earlier = [];
            foreach (var report in story.TakeLast(MostCompared))
            {
                if (++compared > MostComparedOfAll)
                {
                    return moves;
                }

                if (await store.FindArticleAsync(report.Article.Id, report.Article.Revision, cancellationToken) is not { } stored)
                {
                    continue;
                }

                if (StoryMoves.FindSince(earlier, stored) is { } move && !IsTold(move, earlier))
                {
                    moves[report.Article.Id] = move;
                }

                earlier.Insert(0, stored);
            }
        }

        return moves;
    }

    /// <summary>Did a report after the one with the former figure give the new one already? Repeating it is no news.</summary>
    private static bool IsTold(StoryMove move, IEnumerable<StoredArticle> newestFirst) =>
        newestFirst
            .TakeWhile(report => report.Article.Id != move.Earlier.Id)
            .Any(report => report.Article.Text.Contains(move.After, StringComparison.OrdinalIgnoreCase));
}
