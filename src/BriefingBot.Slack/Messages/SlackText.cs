using System.Net;
using System.Text.RegularExpressions;
using BriefingBot.Core.Chat.Inbox;

namespace BriefingBot.Slack.Messages;

/// <summary>
/// The words of a message, a command or a shortcut without Slack's own marks. https://docs.slack.dev/messaging/formatting-message-text
/// </summary>
internal static partial class SlackText
{
    private const int MatchTimeout = 1000;

    /// <summary>
    /// Takes out who is spoken to or told of it, writes channels and links by their names, drops emoji and marks, and undoes the escapes.
    /// </summary>
    public static string Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        string words = Token().Replace(text, match => Name(match.Groups["kind"].Value, match.Groups["id"].Value, match.Groups["label"]));
        words = OtherPeople.Drop(words);
        words = Emoji().Replace(words, " ");
        words = Mark().Replace(words, "");
        return Blanks().Replace(WebUtility.HtmlDecode(words), " ").Trim();
    }

    /// <summary>The bot is mentioned.</summary>
    public static bool Mentions(string? text, string ownUser) =>
        text is not null && Token().Matches(text).Any(match => match.Groups["kind"].Value == "@" && match.Groups["id"].Value == ownUser);

    /// <summary>Someone is spoken to by name, or all are.</summary>
    public static bool MentionsAnyone(string? text) =>
        text is not null && Token().Matches(text).Any(static match => match.Groups["kind"].Value is "@" or "!");

    private static string Name(string kind, string id, Group label) =>
        kind switch
        {
            "!" when id.StartsWith("date^", StringComparison.Ordinal) => label.Success ? $" {label.Value} " : " ",
            "@" or "!" => OtherPeople.Mark.ToString(),
            "#" => label.Success && label.Length > 0 ? $" #{label.Value} " : " ",
            _ => label.Success && label.Length > 0 ? label.Value : id,
        };

    /// <summary>
    /// <c>&lt;@U1|name&gt;</c>, <c>&lt;#C1|name&gt;</c>, <c>&lt;!here&gt;</c>, <c>&lt;https://a.example|label&gt;</c>; a sign of a person's
    /// own is escaped.
    /// </summary>
    [GeneratedRegex("<(?<kind>[@#!]?)(?<id>[^<>|]*)(?:\\|(?<label>[^<>]*))?>", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Token();

    [GeneratedRegex("(?<![\\w:]):[a-z0-9+][a-z0-9_+'-]{0,60}:(?![\\w:])", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Emoji();

    /// <summary>Bold, italic, struck out, code: signs at the edges of words.</summary>
    [GeneratedRegex("(?<!\\w)[*_~`]+(?=\\S)|(?<=\\S)[*_~`]+(?!\\w)", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Mark();

    [GeneratedRegex("\\s+", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Blanks();
}
