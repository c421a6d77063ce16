using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BriefingBot.TestServers.Slack.Model;

/// <summary>The texts in blocks, and the pings in texts.</summary>
internal static partial class MessageText
{
    public static string Visible(MessageRevision revision)
    {
        List<string> parts = [];
        if (revision.Markdown is not null)
        {
            parts.Add(revision.Markdown);
        }

        parts.AddRange(Texts(revision.Blocks).Select(static text => text.Text));
        return parts.Count == 0 ? revision.Text : string.Join('\n', parts);
    }

    public static IEnumerable<string> Pings(MessageRevision revision) =>
        Texts(revision.Blocks)
            .Where(static text => !text.IsPlain)
            .Select(static text => text.Text)
            .Append(revision.Text)
            .Append(revision.Markdown ?? "")
            .SelectMany(static text => Ping.Matches(text))
            .Select(static match => match.Groups["special"] is { Success: true } special ? special.Value : match.Groups["id"].Value);

    /// <summary>Characters of all blocks together.</summary>
    public static int Length(JsonArray blocks) => Texts(blocks).Sum(static text => text.Text.Length);

    /// <summary>Every text in reading order.</summary>
    public static IEnumerable<(string Text, bool IsPlain)> Texts(JsonNode? node) =>
        node switch
        {
            JsonArray array => array.SelectMany(Texts),
            JsonObject found => OfObject(found),
            _ => [],
        };

    [GeneratedRegex(
        @"<!(?<special>here|channel|everyone)(\|[^>]*)?>|<@(?<id>[UW][A-Z0-9]+)(\|[^>]*)?>|<!subteam\^(?<id>S[A-Z0-9]+)(\|[^>]*)?>",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Ping { get; }

    private static IEnumerable<(string Text, bool IsPlain)> OfObject(JsonObject found)
    {
        if (found["text"].Text() is { } text)
        {
            yield return (text, found["type"].Text() == "plain_text");
        }
        else if (found["type"].Text() == "user" && found["user_id"].Text() is { } user)
        {
            yield return ($"<@{user}>", false);
        }
        else if (found["type"].Text() == "broadcast" && found["range"].Text() is { } range)
        {
            yield return ($"<!{range}>", false);
        }

        foreach ((string name, JsonNode? value) in found)
        {
            // What a click tells or a screen reader says is not on the screen.
            if (name is not ("value" or "confirm" or "metadata"))
            {
                foreach ((string, bool) inner in Texts(value))
                {
                    yield return inner;
                }
            }
        }
    }
}
