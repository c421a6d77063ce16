using System.Text;
using System.Text.RegularExpressions;

namespace BriefingBot.Slack.Rendering;

/// <summary>
/// What both of Slack's ways of writing need before their own escapes: words that Slack would turn into a mention, a link or a picture are
/// broken by a character without width, which nobody sees and no parser passes over.
/// </summary>
internal static partial class PlainWords
{
    /// <summary>U+2060, a joiner without width: no blank, so words stay whole for readers.</summary>
    public const char Joiner = '\u2060';

    private const int MatchTimeout = 1000;

    /// <summary>
    /// One line of text: runs of blanks, line breaks and control characters become one blank, and nothing in it acts by itself.
    /// </summary>
    public static string Of(string text)
    {
        StringBuilder line = new(text.Length + 16);
        foreach (char letter in text)
        {
            bool isBlank = char.IsWhiteSpace(letter) || char.IsControl(letter);
            if (!isBlank)
            {
                line.Append(letter);
            }
            else if (line.Length == 0 || line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return Acting().Replace(line.ToString(), static match => $"{match.Value}{Joiner}");
    }

    /// <summary>The sign of a mention of all, of an address, of an emoji.</summary>
    [GeneratedRegex(
        "@(?=(?:channel|here|everyone)\\b)|:(?=//)|\\bwww(?=\\.)|\\bmailto(?=:)|(?<![\\w:]):(?=[a-z0-9+][a-z0-9_+'-]{0,60}:)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        MatchTimeout
    )]
    private static partial Regex Acting();
}
