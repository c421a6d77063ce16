using System.Collections.Frozen;

namespace BriefingBot.Sources.Pages;

/// <summary>Bounds the nesting and the number of tags before a tree is built of them. One pass.</summary>
internal static class TagDepth
{
    /// <summary>The deepest nesting that a tree is built of; real pages have a tenth.</summary>
    public const int Deepest = 400;

    private const int MostTags = 150_000;

    // Of the first nobody writes an end tag, of the others few do.
    private static readonly string[] Empty =
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ];

    private static readonly string[] LeftOpen = ["p", "li", "td", "tr", "th", "dt", "dd", "option"];

    private static readonly FrozenSet<string> Void = ((string[])[.. Empty, .. LeftOpen]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Is it beyond the bounds? Elements that need no end tag are not counted as nested.</summary>
    public static bool IsExtreme(string html)
    {
        var voids = Void.GetAlternateLookup<ReadOnlySpan<char>>();
        int depth = 0;
        int tags = 0;
        for (int at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            bool end = html[at + 1] == '/';
            int from = end ? at + 2 : at + 1;
            int to = from;
            while (to < html.Length && to - from < 32 && char.IsAsciiLetterOrDigit(html[to]))
            {
                to++;
            }

            if (to == from)
            {
                continue;
            }

            if (!voids.Contains(html.AsSpan(from, to - from)))
            {
                depth = Math.Max(0, depth + (end ? -1 : 1));
            }

            if (depth > Deepest || ++tags > MostTags)
            {
                return true;
            }
        }

        return false;
    }
}
