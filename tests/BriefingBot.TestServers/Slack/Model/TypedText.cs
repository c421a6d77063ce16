using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BriefingBot.TestServers.Slack.Model;

/// <summary>What Slack makes of a text that a person typed: escaped, and with a rich_text block beside.</summary>
internal static partial class TypedText
{
    /// <summary>Escapes &amp; &lt; &gt;, but for tokens such as a mention.</summary>
    public static string Escape(string typed) =>
        string.Concat(Split(typed).Select(static part => part.IsToken ? part.Text : EscapeAll(part.Text)));

    public static JsonArray RichText(string typed)
    {
        JsonArray elements = [];
        foreach ((string text, bool isToken) in Split(typed))
        {
            Match user = User.Match(text);
            elements.Add(
                isToken && user.Success
                    ? new JsonObject { ["type"] = "user", ["user_id"] = user.Groups["id"].Value }
                    : new JsonObject { ["type"] = "text", ["text"] = text }
            );
        }

        return
        [
            new JsonObject
            {
                ["type"] = "rich_text",
                ["block_id"] = "typed",
                ["elements"] = new JsonArray(new JsonObject { ["type"] = "rich_text_section", ["elements"] = elements }),
            },
        ];
    }

    [GeneratedRegex(
        @"<(@[UW]|#C|!|https?://|mailto:)[^<>\s]*>",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Token { get; }

    [GeneratedRegex(
        @"^<@(?<id>[UW][A-Z0-9]+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex User { get; }

    private static IEnumerable<(string Text, bool IsToken)> Split(string typed)
    {
        int done = 0;
        foreach (Match token in Token.Matches(typed))
        {
            if (token.Index > done)
            {
                yield return (typed[done..token.Index], false);
            }

            yield return (token.Value, true);
            done = token.Index + token.Length;
        }

        if (done < typed.Length)
        {
            yield return (typed[done..], false);
        }
    }

    private static string EscapeAll(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}
