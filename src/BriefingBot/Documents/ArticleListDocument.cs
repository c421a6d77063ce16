namespace BriefingBot.Documents;

/// <summary>One page of the coverage, newest first, undated last.</summary>
/// <param name="Total">How many articles there are in all.</param>
/// <param name="Offset">How many came before this page.</param>
/// <param name="Limit">The size of a page.</param>
/// <param name="Articles">This page.</param>
internal sealed record ArticleListDocument(int Total, int Offset, int Limit, IReadOnlyList<ArticleDocument> Articles);
