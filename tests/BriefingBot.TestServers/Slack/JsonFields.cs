using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Slack;

/// <summary>
/// Reads a JSON value as a type, or as null when it is of another. Forms bring everything as text, so text counts as a number or a flag
/// too.
/// </summary>
internal static class JsonFields
{
    public static string? Text(this JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    public static int? Whole(this JsonNode? node) =>
        int.TryParse(node.Text() ?? node?.ToJsonString(), CultureInfo.InvariantCulture, out int value) ? value : null;

    public static bool? Flag(this JsonNode? node) =>
        node?.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => node.GetValue<string>() switch
            {
                "true" or "1" => true,
                "false" or "0" => false,
                _ => null,
            },
            _ => null,
        };

    /// <summary>Copies what is not null: Slack leaves out what it does not know.</summary>
    public static JsonObject Compact(params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        JsonObject json = [];
        foreach ((string name, JsonNode? value) in fields)
        {
            if (value is not null)
            {
                json[name] = value;
            }
        }

        return json;
    }
}
