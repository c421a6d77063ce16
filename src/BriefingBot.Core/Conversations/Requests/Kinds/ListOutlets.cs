using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Conversations.Requests.Kinds;

/// <summary>The outlets of the coverage; an article that names none goes by the site of its address.</summary>
internal sealed class ListOutlets(ArticleSelector articles, ICoverageStore store)
    : ListSources(articles, store, "list_outlets", "request-outlets", "outlet", "outlets")
{
    protected override string? SourceOf(ArticleHeader article) => SourceName.OutletOf(article);
}
