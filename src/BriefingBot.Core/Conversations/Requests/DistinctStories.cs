using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Conversations.Requests;

/// <summary>Reads articles so that near-identical copies count once. Stateless.</summary>
internal static class DistinctStories
{
    /// <summary>So many times the articles that are wanted are read at most: a story with a hundred copies is not read to its end.</summary>
    private const int MostReadings = 4;

    private const int ComparedUnits = 20_000;

    /// <summary>The first of them in their order that are no copies of one before.</summary>
    public static async Task<List<StoredArticle>> TakeAsync(ICoverageStore store, IReadOnlyList<ArticleHeader> articles, int count, CancellationToken cancellationToken)
    {
        List<(StoredArticle Article, NearCopies Text)> stories = [];
        foreach (var header in articles.Take(count * MostReadings))
        {
            if (stories.Count == count)
            {
                break;
            }

            if (await store.FindArticleAsync(header.Id, header.Revision, cancellationToken) is not { } article)
            {
                continue;
            }

            NearCopies text = new(WordTokenizer.Tokenize(article.Article.Text.AsSpan(0, Math.Min(article.Article.Text.Length, ComparedUnits))));
            if (!stories.Any(story => story.Text.IsCopyOf(text)))
            {
                stories.Add((article, text));
            }
        }

        return [.. stories.Select(story => story.Article)];
    }
}
