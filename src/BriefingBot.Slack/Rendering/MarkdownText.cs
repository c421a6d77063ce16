using System.Text;

namespace BriefingBot.Slack.Rendering;

/// <summary>
/// Standard Markdown as Slack's markdown blocks and streamed messages take it: backslashes escape, entities stand for the signs of Slack's
/// own syntax, which pings in Markdown too. https://docs.slack.dev/reference/block-kit/blocks/markdown-block
/// </summary>
internal static class MarkdownText
{
    /// <summary>Text that shows as it is. Line breaks become blanks.</summary>
    public static string Escape(string text)
    {
        string plain = PlainWords.Of(text);
        StringBuilder escaped = new(plain.Length + 16);
        bool atStart = true;
        for (int i = 0; i < plain.Length; i++)
        {
            char letter = plain[i];
            if (
                letter is '\\' or '`' or '*' or '_' or '~' or '[' or ']' or '|'
                || (atStart && letter is '#' or '-' or '+' or '=')
                || IsListNumber(plain, i)
            )
            {
                escaped.Append('\\');
            }

            escaped.Append(
                letter switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    _ => letter.ToString(),
                }
            );
            atStart &= letter == ' ';
        }

        return escaped.ToString();
    }

    /// <summary>A link; the text alone when the address is none that can stand in one.</summary>
    public static string Link(string text, string address) =>
        LinkAddress.Of(address) is { } target ? $"[{Escape(text)}]({target})" : Escape(text);

    /// <summary>The dot of a number at the start of a line: unescaped, it makes a list.</summary>
    private static bool IsListNumber(string text, int i) =>
        text[i] is '.' or ')'
        && i > 0
        && text.AsSpan(0, i).TrimStart(' ') is { Length: > 0 and <= 9 } number
        && number.IndexOfAnyExceptInRange('0', '9') < 0;
}
