using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Retrieval.Store;

/// <summary>One page of the list of current articles, newest first, undated last.</summary>
/// <param name="Total">How many the filter lets pass in all.</param>
/// <param name="Articles">This page.</param>
public sealed record ArticlePage(int Total, IReadOnlyList<ArticleHeader> Articles);
