using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefings;

/// <summary>Reads for the entries of a briefing which stories they stand for. Thread-safe.</summary>
/// <param name="coverage">The coverage.</param>
/// <param name="stories">The stories; null: articles are not grouped.</param>
internal sealed class StoryLookup(ICoverageStore coverage, IStoryStore? stories)
{
    /// <summary>So many reports of a story are read to tell copies and moves.</summary>
    private const int MostRead = 24;

    private const int ComparedUnits = 20_000;

    /// <summary>The story of an article; null when it is not grouped.</summary>
    public async Task<StoryId?> FindAsync(ArticleId article, CancellationToken cancellationToken) =>
        stories is not null && (await stories.FindStoriesAsync([article], cancellationToken)).TryGetValue(article, out var id) ? id : null;

    /// <summary>What the story comes to beside the article shown, and how many near-identical texts it has; null when it is gone.</summary>
    /// <param name="id">The story.</param>
    /// <param name="shown">The article shown.</param>
    /// <param name="filter">What may be seen.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<(BriefedStory Story, int Copies)?> ReadAsync(
        StoryId id,
        StoredArticle shown,
        CoverageFilter filter,
        CancellationToken cancellationToken
    )
    {
        if (stories is null || await stories.FindAsync(id, cancellationToken) is not { } story)
        {
            return null;
        }

        var visible = story.Reports.Where(report => IsVisible(report.Article, filter)).ToList();
        List<ArticleHeader> others = [.. visible.Select(report => report.Article).Where(article => article.Id != shown.Article.Id)];
        List<StoredArticle> read = [shown];
        foreach (var other in others.Take(MostRead))
        {
            if (await coverage.FindArticleAsync(other.Id, other.Revision, cancellationToken) is { } stored)
            {
                read.Add(stored);
            }
        }

        var text = TextOf(shown);
        int copies = 1 + read.Skip(1).Count(other => TextOf(other).IsCopyOf(text));
        return (new BriefedStory(story.Id, others, StorySources.Of(visible), StoryMoves.Find(read)), copies);
    }

    /// <summary>The text of an article as it is compared.</summary>
    public static NearCopies TextOf(StoredArticle article) =>
        new(WordTokenizer.Tokenize(article.Article.Text.AsSpan(0, Math.Min(article.Article.Text.Length, ComparedUnits))));

    private static bool IsVisible(ArticleHeader article, CoverageFilter filter) =>
        (filter.Collections is null || filter.Collections.Contains(article.Collection))
        && (filter.NotAfter is not { } last || article.Published is not { } date || date.Day <= last);
}
