using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Slack.WebApi.Rules;

/// <summary>text, blocks and markdown_text of a call, checked.</summary>
/// <param name="Text">Null when it was not given.</param>
/// <param name="Markdown">Null when it was not given.</param>
/// <param name="Blocks">Null when they were not given.</param>
internal sealed record MessageContent(string? Text, string? Markdown, JsonArray? Blocks)
{
    private const int MaxText = 40_000;
    private const int MaxMarkdown = 12_000;

    public static MessageContent Read(WebApiRequest request)
    {
        string? text = request.Text("text");
        string? markdown = request.Text("markdown_text");
        JsonArray? blocks = request.Array("blocks", "invalid_blocks_format");
        if (markdown is not null && (text is not null || blocks is not null))
        {
            throw new SlackErrorException("markdown_text_conflict");
        }

        if (markdown?.Length > MaxMarkdown)
        {
            throw new SlackErrorException("msg_too_long");
        }

        if (blocks is not null)
        {
            BlockRules.CheckMessage(request.State, blocks);
        }

        bool hasAttachments = request.Array("attachments", "invalid_attachments") is { Count: > 0 };
        if (string.IsNullOrWhiteSpace(text) && string.IsNullOrWhiteSpace(markdown) && blocks is not { Count: > 0 } && !hasAttachments)
        {
            throw new SlackErrorException("no_text");
        }

        if (text?.Length > MaxText)
        {
            text = text[..MaxText];
            request.Warnings.Add("message_truncated");
        }

        return new MessageContent(text, markdown, blocks);
    }

    public static JsonObject? ReadMetadata(WebApiRequest request)
    {
        JsonNode? metadata = request.Json("metadata", "invalid_metadata_format");
        return metadata switch
        {
            null => null,
            JsonObject valid when valid["event_type"].Text() is { Length: > 0 } && valid["event_payload"] is JsonObject => valid,
            JsonObject => throw new SlackErrorException("invalid_metadata_schema"),
            _ => throw new SlackErrorException("invalid_metadata_format"),
        };
    }
}
