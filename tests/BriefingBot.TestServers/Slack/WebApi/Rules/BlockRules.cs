using System.Text.Json.Nodes;
using BriefingBot.TestServers.Slack.Model;

namespace BriefingBot.TestServers.Slack.WebApi.Rules;

/// <summary>The rules of blocks: types, required and unknown fields, lengths and counts.</summary>
internal sealed class BlockRules(Surface surface)
{
    private const int MaxMarkdown = 12_000;
    private static readonly string[] MessageOnly = ["markdown", "context_actions", "table", "task_card", "plan"];

    // Known, and not looked into.
    private static readonly string[] PassedThrough = ["alert", "card", "carousel", "container", "data_table", "file", "task_card", "plan"];

    private readonly Findings _findings = new();
    private readonly HashSet<string> _blockIds = new(StringComparer.Ordinal);
    private int _markdownLength;
    private int _tables;

    /// <summary>Throws invalid_blocks, only_one_table_allowed or msg_blocks_too_long.</summary>
    public static void CheckMessage(SlackState state, JsonArray blocks)
    {
        BlockRules rules = new(Surface.Message);
        rules.Check(blocks, "/blocks", 50);
        if (rules._findings.Messages.Count > 0)
        {
            throw new SlackErrorException("invalid_blocks", [.. rules._findings.Messages]);
        }

        if (rules._tables > 1)
        {
            throw new SlackErrorException("only_one_table_allowed");
        }

        if (rules._markdownLength > MaxMarkdown || MessageText.Length(blocks) > state.Options.MessageCeiling)
        {
            throw new SlackErrorException("msg_blocks_too_long");
        }
    }

    /// <summary>The findings of a view's blocks.</summary>
    public static IReadOnlyList<string> CheckView(JsonArray blocks, Surface surface)
    {
        BlockRules rules = new(surface);
        rules.Check(blocks, "/view/blocks", 100);
        return rules._findings.Messages;
    }

    private void Check(JsonArray blocks, string pointer, int max)
    {
        if (blocks.Count > max)
        {
            _findings.Add($"no more than {max} items allowed", pointer);
        }

        for (int index = 0; index < blocks.Count; index++)
        {
            if (blocks[index] is JsonObject block)
            {
                CheckBlock(block, $"{pointer}/{index}");
            }
            else
            {
                _findings.Add("must provide an object", $"{pointer}/{index}");
            }
        }
    }

    private void CheckBlock(JsonObject block, string pointer)
    {
        _findings.CheckText(block, "block_id", pointer, 255);
        if (block["block_id"].Text() is { } id && !_blockIds.Add(id))
        {
            _findings.Add($"`block_id` \"{id}\" already exists", $"{pointer}/block_id");
        }

        string? type = block["type"].Text();
        if (surface != Surface.Message && MessageOnly.Contains(type))
        {
            _findings.Add($"unsupported type: {type}", $"{pointer}/type");
            return;
        }

        CheckType(block, type, pointer);
    }

    private void CheckType(JsonObject block, string? type, string pointer)
    {
        switch (type)
        {
            case "section":
                CheckSection(block, pointer);
                break;
            case "header":
                _findings.CheckTextObject(block, "text", pointer, 150, isPlain: true);
                _findings.CheckFields(block, pointer, "type", "block_id", "text", "level");
                break;
            case "divider":
                _findings.CheckFields(block, pointer, "type", "block_id");
                break;
            case "context":
                CheckContext(block, pointer);
                break;
            case "actions":
                CheckElements(
                    block,
                    pointer,
                    25,
                    static (findings, element, place) => ElementRules.CheckInteractive(findings, element, place)
                );
                break;
            case "context_actions":
                CheckElements(block, pointer, 5, ElementRules.CheckContextAction);
                break;
            case "markdown":
                _findings.CheckText(block, "text", pointer, MaxMarkdown, isRequired: true);
                _findings.CheckFields(block, pointer, "type", "block_id", "text");
                _markdownLength += block["text"].Text()?.Length ?? 0;
                break;
            case "image":
                ElementRules.CheckImage(_findings, block, pointer);
                _findings.CheckTextObject(block, "title", pointer, 2000, isPlain: true, isRequired: false);
                break;
            case "input":
                CheckInput(block, pointer);
                break;
            case "rich_text":
                _ = _findings.CheckArray(block, "elements", pointer, int.MaxValue).Count();
                break;
            case "table":
                _tables++;
                if (block["rows"] is not JsonArray { Count: > 0 and <= 100 })
                {
                    _findings.Add("one to 100 rows", $"{pointer}/rows");
                }

                break;
            case "video":
                _findings.CheckText(block, "video_url", pointer, 3000, isRequired: true);
                _findings.CheckText(block, "alt_text", pointer, 2000, isRequired: true);
                break;
            case { } known when PassedThrough.Contains(known):
                break;
            default:
                _findings.Add($"unsupported type: {type}", $"{pointer}/type");
                break;
        }
    }

    private void CheckSection(JsonObject block, string pointer)
    {
        if (block["fields"] is not null)
        {
            foreach ((JsonObject field, string place) in _findings.CheckArray(block, "fields", pointer, 10))
            {
                _findings.CheckTextObject(field, place, 2000);
            }
        }

        _findings.CheckTextObject(block, "text", pointer, 3000, isRequired: block["fields"] is null);
        if (block["accessory"] is JsonObject accessory)
        {
            ElementRules.CheckInteractive(_findings, accessory, $"{pointer}/accessory", isAccessory: true);
        }

        _findings.CheckFields(block, pointer, "type", "block_id", "text", "fields", "accessory", "expand");
    }

    private void CheckContext(JsonObject block, string pointer)
    {
        foreach ((JsonObject element, string place) in _findings.CheckArray(block, "elements", pointer, 10))
        {
            if (element["type"].Text() == "image")
            {
                ElementRules.CheckImage(_findings, element, place);
            }
            else
            {
                _findings.CheckTextObject(element, place, 3000);
            }
        }

        _findings.CheckFields(block, pointer, "type", "block_id", "elements");
    }

    private void CheckElements(JsonObject block, string pointer, int max, Action<Findings, JsonObject, string> check)
    {
        HashSet<string> actionIds = new(StringComparer.Ordinal);
        foreach ((JsonObject element, string place) in _findings.CheckArray(block, "elements", pointer, max))
        {
            check(_findings, element, place);
            if (element["action_id"].Text() is { } action && !actionIds.Add(action))
            {
                _findings.Add($"`action_id` \"{action}\" already exists", $"{place}/action_id");
            }
        }

        _findings.CheckFields(block, pointer, "type", "block_id", "elements");
    }

    private void CheckInput(JsonObject block, string pointer)
    {
        _findings.CheckTextObject(block, "label", pointer, 2000, isPlain: true);
        _findings.CheckTextObject(block, "hint", pointer, 2000, isPlain: true, isRequired: false);
        if (block["element"] is JsonObject element)
        {
            ElementRules.CheckInput(_findings, element, $"{pointer}/element");
        }
        else
        {
            _findings.Add("missing required field: element", pointer);
        }
    }
}
