using System.Globalization;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Chat.Rendering;

/// <summary>An article on one line: <c>[2] Title (title derived) · Korea Herald · June 21, 2024</c>, the title leading to it.</summary>
internal static class SourceLine
{
    /// <summary>Makes the line.</summary>
    /// <param name="article">The article.</param>
    /// <param name="link">Where its title leads, or null.</param>
    /// <param name="number">Its citation's number, or null.</param>
    /// <param name="copies">How many near-identical articles it stands for.</param>
    public static AnswerUnit Of(ArticleHeader article, string? link, int? number = null, int copies = 1)
    {
        List<Inline> runs = [];
        if (number is { } n)
        {
            runs.Add(new Inline(string.Create(CultureInfo.InvariantCulture, $"[{n}] ")));
        }

        runs.Add(new Inline(OneLine.Of(ArticleTitle.Of(article)), number is null ? InlineKind.Strong : InlineKind.Text, link));
        string outlet = string.IsNullOrWhiteSpace(article.Outlet) ? "" : $" · {OneLine.Of(article.Outlet)}";
        string same = copies > 1 ? $" · {copies} copies" : "";
        runs.Add(new Inline($"{(article.TitleDerived ? " (title derived)" : "")}{outlet} · {ReadableDate.Of(article.Published)}{same}"));
        return new AnswerUnit(runs);
    }
}
