using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BriefingBot.TestServers.Slack.Model;
using Markdig;

namespace BriefingBot.EndToEnd.Tests.Browser.Chat;

/// <summary>What a message shows, as HTML. A block that it does not know is an error: the picture would lack it.</summary>
internal static partial class MessageHtml
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static string Of(FakeMessage message, FakeUser bot)
    {
        StringBuilder html = new();
        if (message.Markdown is { } streamed)
        {
            html.Append(Markdig.Markdown.ToHtml(streamed, Markdown));
        }

        foreach (var block in message.Blocks.Select(static block => block!.AsObject()))
        {
            html.Append(OfBlock(block, bot));
        }

        return html.ToString();
    }

    private static string OfBlock(JsonObject block, FakeUser bot) =>
        Text(block, "type") switch
        {
            "markdown" => Markdig.Markdown.ToHtml(Text(block, "text"), Markdown),
            "section" => $"<p>{OfMrkdwn(Text(block["text"]!.AsObject(), "text"))}</p>",
            "context" =>
                $"<p class=\"context\">{string.Join(' ', Elements(block).Select(static text => OfMrkdwn(Text(text, "text"))))}</p>",
            "actions" => $"<div class=\"buttons\">{string.Concat(Elements(block).Select(OfButton))}</div>",
            "context_actions" => $"<div class=\"buttons\">{string.Concat(Elements(block).SelectMany(Votes).Select(OfButton))}</div>",
            "rich_text" => $"<p>{string.Concat(Elements(block).SelectMany(Elements).Select(part => OfTyped(part, bot)))}</p>",
            var other => throw new NotSupportedException($"A block of the type {other} has no picture yet."),
        };

    private static string OfTyped(JsonObject part, FakeUser bot) =>
        Text(part, "type") == "user"
            ? $"<span class=\"mention\">@{WebUtility.HtmlEncode(bot.Name)}</span>"
            : WebUtility.HtmlEncode(Text(part, "text"));

    private static IEnumerable<JsonObject> Votes(JsonObject feedback) =>
        [feedback["positive_button"]!.AsObject(), feedback["negative_button"]!.AsObject()];

    private static string OfButton(JsonObject button) =>
        $"<button>{WebUtility.HtmlEncode(Text(button["text"]!.AsObject(), "text"))}</button>";

    /// <summary>The signs of HTML are escaped in it already.</summary>
    private static string OfMrkdwn(string text) =>
        Bold()
            .Replace(Link().Replace(text, "<a href=\"$1\">$2</a>"), "<strong>$1</strong>")
            .Replace("\n", "<br>", StringComparison.Ordinal);

    private static IEnumerable<JsonObject> Elements(JsonObject block) =>
        block["elements"]!.AsArray().Select(static element => element!.AsObject());

    private static string Text(JsonObject node, string name) => node[name]!.GetValue<string>();

    [GeneratedRegex(@"<(https?:[^|>]+)\|([^>]+)>", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w*])\*([^*\n]+)\*(?![\w*])", RegexOptions.None, 1000)]
    private static partial Regex Bold();
}
