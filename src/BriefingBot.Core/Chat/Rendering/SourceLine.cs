using System.Globalization;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Chat.Rendering;

/// <summary>An article on one line: <c>[2] Title (title derived) · Korea Herald · June 21, 2024</c>, the title leading to it.</summary>
internal static class SourceLine
{
    /// <param name="article">The article.</param>
    /// <param name="link">Where its title leads, or null.</param>
    /// <param name="number">Its citation's number, or null.</param>
    /// <param name="copies">How many near-identical articles it stands for.</param>
    public static AnswerUnit Of(ArticleHeader article, string? link, int? number = null, int copies = 1) =>
        Of(article, link, number is { } n ? [new Inline(string.Create(CultureInfo.InvariantCulture, $"[{n}] "))] : [], copies);

    /// <summary>Makes the line of an article that is cited several times: <c>[1–3] Title</c>; the title leads to the first.</summary>
    /// <param name="article">The article.</param>
    /// <param name="citations">The numbers of its citations, at least one, and where each leads.</param>
    public static AnswerUnit Of(ArticleHeader article, IReadOnlyList<(int Number, string? Link)> citations)
    {
        if (citations.Count == 1)
        {
            return Of(article, citations[0].Link, citations[0].Number);
        }

        return Of(
            article,
            citations[0].Link,
            [new Inline($"[{Ranges([.. citations.Select(static citation => citation.Number).Order()])}] ")],
            copies: 1
        );
    }

    private static string Ranges(int[] numbers)
    {
        List<string> ranges = [];
        int start = 0;
        while (start < numbers.Length)
        {
            int end = start;
            while (end + 1 < numbers.Length && numbers[end + 1] == numbers[end] + 1)
            {
                end++;
            }

            ranges.Add(
                start == end
                    ? numbers[start].ToString(CultureInfo.InvariantCulture)
                    : string.Create(CultureInfo.InvariantCulture, $"{numbers[start]}{(end == start + 1 ? ", " : "\u2013")}{numbers[end]}")
            );
            start = end + 1;
        }

        return string.Join(", ", ranges);
    }

    private static AnswerUnit Of(ArticleHeader article, string? link, IReadOnlyList<Inline> marks, int copies)
    {
        List<Inline> runs = [.. marks];
        runs.Add(new Inline(OneLine.Of(ArticleTitle.Of(article)), marks.Count == 0 ? InlineKind.Strong : InlineKind.Text, link));
        string outlet = string.IsNullOrWhiteSpace(article.Outlet) ? "" : $" · {OneLine.Of(article.Outlet)}";
        string same = copies > 1 ? $" · {copies} copies" : "";
        runs.Add(new Inline($"{(article.TitleDerived ? " (title derived)" : "")}{outlet} · {ReadableDate.Of(article.Published)}{same}"));
        return new AnswerUnit(runs);
    }
}
