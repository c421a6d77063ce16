using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Conversations.Requests.Kinds;

/// <summary>The authors of the coverage, as the bylines name them.</summary>
internal sealed class ListAuthors(ArticleSelector articles, ICoverageStore store)
    : ListSources(articles, store, "list_authors", "request-authors", "author", "authors")
{
    protected override string? SourceOf(ArticleHeader article) => string.IsNullOrWhiteSpace(article.Byline) ? null : article.Byline;
}
