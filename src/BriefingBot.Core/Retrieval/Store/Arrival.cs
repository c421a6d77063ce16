using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Retrieval.Store;

/// <summary>An article with its place in the order of arrival.</summary>
/// <param name="Number">Grows from article to article; an article keeps its own through revisions, withdrawal and return.</param>
/// <param name="Article">The article as it is now.</param>
public sealed record Arrival(long Number, ArticleHeader Article);
