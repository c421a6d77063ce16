using BriefingBot.Core.Coverage;

namespace BriefingBot.Presentation;

/// <summary>Where a statement comes from, as people read it.</summary>
internal static class SourceText
{
    /// <summary><c>Korea Herald · June 21, 2024</c>, <c>undated</c>.</summary>
    public static string Of(ArticleHeader article)
    {
        string date = ReadableDate.Of(article.Published);
        return article.Outlet is { Length: > 0 } outlet ? $"{outlet} · {date}" : date;
    }
}
