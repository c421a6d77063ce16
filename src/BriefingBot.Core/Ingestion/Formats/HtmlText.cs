using System.Net;
using System.Text.RegularExpressions;

namespace BriefingBot.Core.Ingestion.Formats;

/// <summary>
/// Takes the markup out of a text that holds some: words stay, scripts, forms and remarks go, blocks become paragraphs, rows of tables stay
/// apart. One pass, whatever the text; no tree is built, so nesting costs nothing.
/// </summary>
public static partial class HtmlText
{
    private const int LongestTag = 8192;

    /// <summary>Does the text hold a tag that pages have?</summary>
    public static bool IsMarkup(string text) =>
        text.Contains('<', StringComparison.Ordinal) && (KnownTag().IsMatch(text) || text.Contains("<!--", StringComparison.Ordinal));

    /// <summary>The text without markup, its blocks separated by empty lines.</summary>
    public static string ToPlain(string html)
    {
        var writer = new HtmlTextWriter(html.Length, BlockTag().IsMatch(html));
        var ends = new EndFinder(html);
        int at = 0;
        while (at < html.Length)
        {
            int open = html.IndexOf('<', at);
            if (open < 0)
            {
                writer.Text(html.AsSpan(at));
                break;
            }

            writer.Text(html.AsSpan(at, open - at));
            at = ReadTag(html, open, ends, writer);
        }

        return WebUtility.HtmlDecode(writer.ToString());
    }

    private static int ReadTag(string html, int open, EndFinder ends, HtmlTextWriter writer)
    {
        char next = open + 1 < html.Length ? html[open + 1] : ' ';
        if (next == '!' && html.AsSpan(open).StartsWith("<!--"))
        {
            int end = ends.Of("-->", open + 4);
            return end < 0 ? open + 4 : end + 3;
        }

        int close = ends.Of(">", open);
        if (!(char.IsAsciiLetter(next) || next is '/' or '!' or '?') || close < 0 || close - open > LongestTag)
        {
            writer.Text("<");
            return open + 1;
        }

        int nameStart = next == '/' ? open + 2 : open + 1;
        int nameEnd = nameStart;
        while (nameEnd < html.Length && (char.IsAsciiLetterOrDigit(html[nameEnd]) || html[nameEnd] is '-' or ':'))
        {
            nameEnd++;
        }

        if (nameEnd == nameStart && next is not ('!' or '?'))
        {
            writer.Text("<");
            return open + 1;
        }

        close = EndOfTag(html, nameEnd, close);
        string name = html[nameStart..nameEnd].ToLowerInvariant();
        if (next != '/' && HtmlElements.IsHidden(name) && html[close - 1] != '/')
        {
            int end = ends.Of("</" + name, close);
            return end < 0 ? close + 1 : Math.Max(close, html.IndexOf('>', end)) + 1;
        }

        writer.Tag(name, isEnd: next == '/');
        return close + 1;
    }

    // The end of a tag may stand between quotes: <img alt="a > b">.
    private static int EndOfTag(string html, int from, int firstClose)
    {
        char quote = '\0';
        for (int i = from; i < html.Length && i - from < LongestTag; i++)
        {
            char c = html[i];
            if (quote == '\0' && c == '>')
            {
                return i;
            }

            quote =
                quote == '\0' ? (c is '"' or '\'' && html[i - 1] == '=' ? c : '\0')
                : c == quote ? '\0'
                : quote;
        }

        return firstClose;
    }

    // Remembers what it found: no part of the text is searched twice for the same end.
    private sealed class EndFinder(string html)
    {
        private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

        public int Of(string end, int from)
        {
            if (!_next.TryGetValue(end, out int found) || (found >= 0 && found < from))
            {
                _next[end] = found = html.IndexOf(end, from, StringComparison.OrdinalIgnoreCase);
            }

            return found;
        }
    }

    private const string Blocks =
        "p|div|br|ul|ol|li|h[1-6]|table|thead|tbody|tr|td|th|blockquote|pre|hr|dl|dt|dd|figure|figcaption|section|article|header|footer";

    private const string Inline = "span|a|b|i|em|strong|u|s|font|code|sup|sub|small|time|cite|q|abbr|mark|del|ins";

    private const string Page = "html|body|head|main|nav|aside|title|meta|link|script|style|noscript|center";

    private const string Embedded = "img|iframe|video|audio|source|svg|path|form|button|input|label";

    [GeneratedRegex(
        $@"</?({Blocks}|{Inline}|{Page}|{Embedded})(\s[^<>]*)?/?>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex KnownTag();

    [GeneratedRegex(
        @"</?(p|div|br|li|h[1-6]|tr|blockquote|section|article|body)(\s[^<>]*)?/?>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex BlockTag();
}
