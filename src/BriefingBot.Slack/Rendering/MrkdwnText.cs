using System.Text;

namespace BriefingBot.Slack.Rendering;

/// <summary>
/// Slack's own mrkdwn. It escapes <c>&amp; &lt; &gt;</c> only; other signs that act, and that titles hardly ever hold, are written by
/// letters that look the same. https://docs.slack.dev/messaging/formatting-message-text
/// </summary>
internal static class MrkdwnText
{
    /// <summary>Text that shows as it is. Line breaks become blanks.</summary>
    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length + 16);
        foreach (char letter in PlainWords.Of(text))
        {
            escaped.Append(
                letter switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '*' => "\u2217",
                    '~' => "\u223C",
                    '`' => "\u02CB",
                    _ => letter.ToString(),
                }
            );
        }

        return escaped.ToString();
    }

    /// <summary>A link; the text alone when the address is none that can stand in one.</summary>
    public static string Link(string text, string address)
    {
        string label = text.Replace('|', '\u00A6').Replace('<', '\u2039').Replace('>', '\u203A');
        return LinkAddress.Of(address) is { } target
            ? $"<{target.Replace("&", "&amp;", StringComparison.Ordinal)}|{Escape(label)}>"
            : Escape(text);
    }
}
