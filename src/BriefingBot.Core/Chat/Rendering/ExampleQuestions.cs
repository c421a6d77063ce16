using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Chat.Rendering;

/// <summary>Questions that the coverage answers, for somebody who does not know yet what to ask. Stateless.</summary>
public static class ExampleQuestions
{
    private const int Most = 2;
    private const int LongestTitle = 90;

    /// <summary>At most two; none of an article whose headline is long or not shown.</summary>
    /// <param name="newest">The newest articles.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<ArticleHeader> newest) =>
        [
            .. newest
                .Select(static article => OneLine.Of(ArticleTitle.Of(article)))
                .Where(static title => title.Length is > 0 and <= LongestTitle && title != ArticleTitle.Withheld)
                .Distinct(StringComparer.Ordinal)
                .Take(Most)
                .Select(static title => $"What is known about “{title}”?"),
        ];
}
