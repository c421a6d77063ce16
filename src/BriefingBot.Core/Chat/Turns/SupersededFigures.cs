using BriefingBot.Core.Briefings;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories;

namespace BriefingBot.Core.Chat.Turns;

/// <summary>
/// Finds where newer reports of the same story give another figure than an answer that was given before: said quietly to whoever opens that
/// answer, or asks on below it. On the careful side, as <see cref="StoryMoves"/>. Thread-safe.
/// </summary>
/// <param name="store">The coverage.</param>
/// <param name="stories">The stories.</param>
public sealed class SupersededFigures(ICoverageStore store, IStoryStore stories)
{
    private const int MostReports = 5;

    /// <summary>One sentence in the bot's own words; null when nothing is sure.</summary>
    /// <param name="answer">The answer that was given.</param>
    /// <param name="collections">What may be seen; null: all.</param>
    /// <param name="known">Articles whose figures need not be told: those that the next answer cites.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<string?> FindAsync(
        ChatAnswer answer,
        IReadOnlyList<string>? collections,
        IReadOnlyCollection<ArticleId> known,
        CancellationToken cancellationToken
    )
    {
        var cited = answer.Citations.Where(static citation => citation.Article.Published is not null).ToList();
        if (cited.Count == 0)
        {
            return null;
        }

        var grouped = await stories.FindStoriesAsync(
            [.. cited.Select(static citation => citation.Article.Id).Distinct()],
            cancellationToken
        );
        foreach (var id in grouped.Values.Distinct())
        {
            if (await stories.FindAsync(id, cancellationToken) is not { } story)
            {
                continue;
            }

            var own = cited.Where(citation => grouped.TryGetValue(citation.Article.Id, out var of) && of == id).ToList();
            var newest = own.Max(static citation => citation.Article.Published!.Value.SortMinute);
            var newer = story
                .Reports.Select(static report => report.Article)
                .Where(article =>
                    article.Published?.SortMinute > newest
                    && !known.Contains(article.Id)
                    && (collections is null || collections.Contains(article.Collection))
                );
            foreach (var header in newer.Take(MostReports))
            {
                if (
                    await store.FindArticleAsync(header.Id, header.Revision, cancellationToken) is { } report
                    && own.Select(citation => StoryMoves.FindSince(citation.Quote, citation.Article, report))
                        .FirstOrDefault(static move => move is not null)
                        is { } move
                )
                {
                    string outlet = string.IsNullOrWhiteSpace(header.Outlet) ? "" : $"{header.Outlet}, ";
                    return $"A newer report on this gives a different figure: {move.After} "
                        + $"({outlet}{ReadableDate.Of(header.Published)}); the earlier answer has {move.Before}.";
                }
            }
        }

        return null;
    }
}
