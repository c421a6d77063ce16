using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Conversations.Requests;

/// <summary>
/// Reads articles so that near-identical copies, and where stories are known the reports of one story, count once. Stateless.
/// </summary>
internal static class DistinctStories
{
    /// <summary>
    /// So many times the articles that are wanted are read at most: a story with a hundred copies is not read to its end.
    /// </summary>
    private const int MostReadings = 4;

    private const int ComparedUnits = 20_000;

    /// <summary>The first of them in their order that are no copies, and of no story, of one before.</summary>
    public static async Task<List<StoredArticle>> TakeAsync(
        ICoverageStore store,
        IStoryStore? grouped,
        IReadOnlyList<ArticleHeader> articles,
        int count,
        CancellationToken cancellationToken
    )
    {
        var storyOf = grouped is null
            ? null
            : await grouped.FindStoriesAsync([.. articles.Take(count * MostReadings).Select(article => article.Id)], cancellationToken);
        HashSet<StoryId> taken = [];
        List<(StoredArticle Article, NearCopies Text)> stories = [];
        foreach (var header in articles.Take(count * MostReadings))
        {
            if (stories.Count == count)
            {
                break;
            }

            if (
                (storyOf is not null && storyOf.TryGetValue(header.Id, out var story) && !taken.Add(story))
                || await store.FindArticleAsync(header.Id, header.Revision, cancellationToken) is not { } article
            )
            {
                continue;
            }

            NearCopies text = new(
                WordTokenizer.Tokenize(article.Article.Text.AsSpan(0, Math.Min(article.Article.Text.Length, ComparedUnits)))
            );
            if (!stories.Any(story => story.Text.IsCopyOf(text)))
            {
                stories.Add((article, text));
            }
        }

        return [.. stories.Select(story => story.Article)];
    }
}
