namespace BriefingBot.Core.Coverage;

/// <summary>An article as the store holds it.</summary>
/// <param name="Article">The content of this revision.</param>
/// <param name="Revision">The revision, from 1; a changed article gets the next number and keeps the old ones.</param>
/// <param name="Ingested">When this revision was stored (UTC). Never shown as a publication date.</param>
/// <param name="IsCurrent">False for a superseded revision and for a withdrawn article.</param>
public sealed record StoredArticle(Article Article, int Revision, DateTimeOffset Ingested, bool IsCurrent)
{
    /// <summary>What lists and citations show of it.</summary>
    public ArticleHeader Header =>
        new(
            Article.Id,
            Revision,
            Article.Title,
            Article.TitleDerived,
            Article.Outlet,
            Article.Byline,
            Article.Published,
            Article.DateOrigin,
            Article.Url,
            Article.Collection
        );
}
