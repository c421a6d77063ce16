using System.Text.Json;
using BriefingBot.Slack.Protocol;
using BriefingBot.Slack.Protocol.Messages;

namespace BriefingBot.Slack.Messages;

/// <summary>
/// All words of a post that somebody asks about: its text, its blocks when it has no text, its attachments. Bots of news post nothing else.
/// </summary>
internal static class PostWords
{
    private const int MaxParts = 60;
    private const int MaxDepth = 8;
    private static readonly string[] OfAttachments =
    [
        "pretext",
        "title",
        "text",
        "fields",
        "value",
        "blocks",
        "message_blocks",
        "message",
        "elements",
    ];
    private static readonly string[] OfBlocks = ["text", "fields", "elements"];

    /// <summary>The words, a sentence each part.</summary>
    public static string Of(Message? post)
    {
        List<string> parts = [];
        if (!string.IsNullOrWhiteSpace(post?.Text))
        {
            parts.Add(post.Text);
        }
        else if (post?.Blocks is { } blocks)
        {
            Collect(blocks, OfBlocks, parts, 0);
        }

        if (post?.Attachments is { } attachments)
        {
            Collect(attachments, OfAttachments, parts, 0);
        }

        return string.Join(
            ' ',
            parts
                .Select(static part => SlackText.Read(part))
                .Where(static part => part.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Select(AsSentence)
        );
    }

    private static void Collect(JsonElement element, string[] names, List<string> parts, int depth)
    {
        if (depth > MaxDepth || parts.Count >= MaxParts)
        {
            return;
        }

        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Collect(item, names, parts, depth + 1);
                }

                break;
            case JsonValueKind.Object:
                foreach (string name in names)
                {
                    if (element.TryGetProperty(name, out var value))
                    {
                        Collect(value, names, parts, depth + 1);
                    }
                }

                break;
            case JsonValueKind.String when JsonText.Of(element) is { } text:
                parts.Add(text);
                break;
        }
    }

    /// <summary>A headline does not run into what follows it.</summary>
    private static string AsSentence(string part) => char.IsPunctuation(part[^1]) ? part : $"{part}.";
}
