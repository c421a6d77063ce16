using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Subscriptions.Follows;

/// <summary>A new article that somebody follows.</summary>
/// <param name="Article">The article.</param>
/// <param name="Reports">How many new reports of one story it stands for, itself included.</param>
/// <param name="Why">What it was found by; at least one.</param>
public sealed record FollowedArticle(ArticleHeader Article, int Reports, IReadOnlyList<Interest> Why);
