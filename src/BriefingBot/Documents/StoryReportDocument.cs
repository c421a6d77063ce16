using BriefingBot.Core.Coverage;

namespace BriefingBot.Documents;

/// <summary>Another report of a story.</summary>
/// <param name="Article">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Outlet">Who published it, when known.</param>
/// <param name="Published">Its date as ISO 8601; null for undated.</param>
/// <param name="Url">Its own address, when known.</param>
internal sealed record StoryReportDocument(string Article, string Title, string? Outlet, string? Published, string? Url)
{
    public static StoryReportDocument From(ArticleHeader article) =>
        new(article.Id.Value, article.Title, article.Outlet, article.Published?.ToString(), article.Url);
}
