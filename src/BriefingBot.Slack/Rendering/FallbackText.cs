using System.Text;
using System.Text.RegularExpressions;
using BriefingBot.Core.Chat.Rendering.Splitting;

namespace BriefingBot.Slack.Rendering;

/// <summary>The text beside blocks: what notifications show and screen readers say. Below 3,000 characters; mrkdwn without marks.</summary>
internal static partial class FallbackText
{
    private const int Longest = 2900;
    private const int MatchTimeout = 1000;

    /// <summary>The text of a part.</summary>
    public static string Of(MessagePart part, SlackMarkup markup) =>
        Cut(string.Join('\n', part.Blocks.Select(block => markup.IsMarkdown(block.Kind) ? OfMarkdown(block.Text) : OfMrkdwn(block.Text))));

    private static string OfMarkdown(string text)
    {
        StringBuilder plain = new(text.Length);
        string unlinked = MarkdownLink().Replace(text, "${label}");
        for (int i = 0; i < unlinked.Length; i++)
        {
            if (unlinked[i] == '\\' && i + 1 < unlinked.Length)
            {
                plain.Append(unlinked[++i]);
            }
            else if (unlinked[i] is not ('*' or '_'))
            {
                plain.Append(unlinked[i]);
            }
        }

        return plain.ToString();
    }

    private static string OfMrkdwn(string text) => MrkdwnLink().Replace(text, "${label}").Replace("*", "", StringComparison.Ordinal);

    private static string Cut(string text)
    {
        if (text.Length <= Longest)
        {
            return text;
        }

        int end = text.LastIndexOfAny([' ', '\n'], Longest - 1);
        if (end < Longest / 2)
        {
            // No blank: not inside a character or an entity either.
            end = Longest - (char.IsLowSurrogate(text[Longest]) ? 1 : 0);
            int entity = text.LastIndexOf('&', end - 1);
            end = entity >= 0 && text.IndexOf(';', entity) >= end ? entity : end;
        }

        return $"{text[..end]}…";
    }

    [GeneratedRegex("(?<!\\\\)\\[(?<label>(?:\\\\.|[^\\]\\\\])*)\\]\\([^)]*\\)", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex MarkdownLink();

    [GeneratedRegex("<[^|>]*\\|(?<label>[^>]*)>", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex MrkdwnLink();
}
