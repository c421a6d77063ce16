using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Discord.Rest;

/// <summary>Reads a JSON value as a type, or as null when it is of another.</summary>
internal static class JsonValues
{
    public static string? AsString(this JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    public static int? AsInt(this JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number && int.TryParse(node.ToJsonString(), CultureInfo.InvariantCulture, out int value)
            ? value
            : null;

    public static bool? AsBool(this JsonNode? node) =>
        node?.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    // Ids come as strings; Discord takes numbers too.
    public static ulong? AsSnowflake(this JsonNode? node) =>
        ulong.TryParse(
            node?.GetValueKind() == JsonValueKind.Number ? node.ToJsonString() : node.AsString(),
            CultureInfo.InvariantCulture,
            out ulong id
        )
            ? id
            : null;
}
