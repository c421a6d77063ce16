using BriefingBot.Core.Coverage;

namespace BriefingBot.Documents;

/// <summary>A stretch of an article's clean text.</summary>
/// <param name="Id">What citations call it: <c>article@revision#p3</c>.</param>
/// <param name="Kind"><c>headline</c>, <c>byline</c>, <c>body</c> or <c>caption</c>.</param>
/// <param name="Start">Its first UTF-16 unit.</param>
/// <param name="End">One past its last.</param>
internal sealed record PassageDocument(string Id, string Kind, int Start, int End)
{
    /// <summary>Makes the document of a passage.</summary>
    public static PassageDocument From(ArticleId article, int revision, Passage passage) =>
        new(
            new PassageId(article, revision, passage.Ordinal).ToString(),
            passage.Kind.ToString().ToLowerInvariant(),
            passage.Start,
            passage.End
        );
}
