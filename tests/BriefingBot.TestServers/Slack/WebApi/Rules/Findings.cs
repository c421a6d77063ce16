using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Slack.WebApi.Rules;

/// <summary>What is wrong with a structure, with pointers to the places.</summary>
internal sealed class Findings
{
    private readonly List<string> _messages = [];

    public IReadOnlyList<string> Messages => _messages;

    public void Add(string what, string pointer) => _messages.Add($"[ERROR] {what} [json-pointer:{pointer}]");

    /// <summary>A text of 1 to <paramref name="max"/> characters, or a missing one when it need not be there.</summary>
    public void CheckText(JsonObject parent, string field, string pointer, int max, bool isRequired = false)
    {
        switch (parent[field])
        {
            case null when isRequired:
                Add($"missing required field: {field}", pointer);
                break;
            case null:
                break;
            case { } node when node.Text() is not { } text:
                Add("must provide a string", $"{pointer}/{field}");
                break;
            case { } node when node.Text()!.Length == 0:
                Add("must be more than 0 characters", $"{pointer}/{field}");
                break;
            case { } node when node.Text()!.Length > max:
                Add($"must be less than {max + 1} characters", $"{pointer}/{field}");
                break;
        }
    }

    /// <summary>A text object.</summary>
    public void CheckTextObject(JsonObject parent, string field, string pointer, int max, bool isPlain = false, bool isRequired = true)
    {
        JsonNode? node = parent[field];
        if (node is null && !isRequired)
        {
            return;
        }

        if (node is JsonObject text)
        {
            CheckTextObject(text, $"{pointer}/{field}", max, isPlain);
        }
        else
        {
            Add(
                node is null ? $"missing required field: {field}" : "must provide an object",
                node is null ? pointer : $"{pointer}/{field}"
            );
        }
    }

    /// <summary>A text object.</summary>
    public void CheckTextObject(JsonObject text, string pointer, int max, bool isPlain = false)
    {
        string? type = text["type"].Text();
        if (type is not "plain_text" && (isPlain || type is not "mrkdwn"))
        {
            Add($"unsupported type: {type}", $"{pointer}/type");
        }

        CheckText(text, "text", pointer, max, isRequired: true);
        CheckFields(text, pointer, type == "mrkdwn" ? ["type", "text", "verbatim"] : ["type", "text", "emoji"]);
    }

    /// <summary>An array of 1 to <paramref name="max"/> objects.</summary>
    public IEnumerable<(JsonObject Item, string Pointer)> CheckArray(JsonObject parent, string field, string pointer, int max)
    {
        if (parent[field] is not JsonArray array)
        {
            Add($"missing required field: {field}", pointer);
            yield break;
        }

        if (array.Count == 0 || array.Count > max)
        {
            Add(array.Count == 0 ? "must provide at least 1 item" : $"no more than {max} items allowed", $"{pointer}/{field}");
        }

        for (int index = 0; index < array.Count; index++)
        {
            if (array[index] is JsonObject item)
            {
                yield return (item, $"{pointer}/{field}/{index}");
            }
            else
            {
                Add("must provide an object", $"{pointer}/{field}/{index}");
            }
        }
    }

    public void CheckFields(JsonObject json, string pointer, params ReadOnlySpan<string> known)
    {
        foreach ((string name, JsonNode? _) in json)
        {
            if (!known.Contains(name))
            {
                Add($"invalid additional property: {name}", pointer);
            }
        }
    }
}
