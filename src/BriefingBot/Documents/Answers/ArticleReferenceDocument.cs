namespace BriefingBot.Documents.Answers;

/// <summary>An article by name.</summary>
/// <param name="Article">Its id.</param>
/// <param name="Title">Its title.</param>
internal sealed record ArticleReferenceDocument(string Article, string Title);
