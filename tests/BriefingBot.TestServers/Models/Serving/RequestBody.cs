using System.Text.Json;
using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Models.Serving;

/// <summary>Reads fields of a request and refuses those of the wrong type or range.</summary>
internal static class RequestBody
{
    public static async Task<JsonObject> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            throw ModelErrorException.Invalid("The request's Content-Type must be application/json.");
        }

        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: cancellationToken) as JsonObject
                ?? throw ModelErrorException.Invalid("The JSON body of the request must be an object.");
        }
        catch (JsonException)
        {
            throw ModelErrorException.Invalid("We could not parse the JSON body of your request.");
        }
    }

    public static string? Text(JsonObject body, string name) =>
        body[name] switch
        {
            null => null,
            JsonValue value when value.TryGetValue(out string? text) => text,
            _ => throw Wrong(name, "a string"),
        };

    public static string RequiredText(JsonObject body, string name) =>
        Text(body, name) is { Length: > 0 } text ? text : throw ModelErrorException.Invalid($"{name}: Field required", name);

    public static bool Flag(JsonObject body, string name) =>
        body[name] switch
        {
            null => false,
            JsonValue value when value.TryGetValue(out bool flag) => flag,
            _ => throw Wrong(name, "true or false"),
        };

    public static int? Count(JsonObject body, string name) =>
        body[name] switch
        {
            null => null,
            JsonValue value when value.TryGetValue(out int count) => count >= 1 ? count : throw Wrong(name, "at least 1"),
            _ => throw Wrong(name, "an integer"),
        };

    public static double? Number(JsonObject body, string name, double max) =>
        body[name] switch
        {
            null => null,
            JsonValue value when value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out double number) => number >= 0
            && number <= max
                ? number
                : throw Wrong(name, $"between 0 and {max}"),
            _ => throw Wrong(name, "a number"),
        };

    /// <summary>A text or a list of text parts, joined.</summary>
    public static string Content(JsonNode? content, string where) =>
        content switch
        {
            JsonValue value when value.TryGetValue(out string? text) => text,
            JsonArray { Count: > 0 } parts => string.Concat(parts.Select(part => Part(part, where))),
            _ => throw Wrong(where, "a string or a list of text parts"),
        };

    /// <summary>A text or a list of texts; null: none.</summary>
    public static IReadOnlyList<string> Texts(JsonNode? node, string name) =>
        node switch
        {
            null => [],
            JsonValue value when value.TryGetValue(out string? text) => [text],
            JsonArray list when list.All(static item => item?.GetValueKind() == JsonValueKind.String) =>
            [
                .. list.Select(static item => item!.GetValue<string>()),
            ],
            _ => throw Wrong(name, "a string or a list of strings"),
        };

    public static void RefuseUnknown(JsonObject body, IReadOnlySet<string> known)
    {
        if (body.FirstOrDefault(field => !known.Contains(field.Key)).Key is { } unknown)
        {
            throw ModelErrorException.Invalid($"Unrecognized request argument supplied: {unknown}", unknown);
        }
    }

    public static ModelErrorException Wrong(string name, string rule) =>
        ModelErrorException.Invalid($"Invalid value for '{name}': it must be {rule}.", name, "invalid_value");

    private static string Part(JsonNode? part, string where) =>
        part is JsonObject item && Text(item, "type") == "text" ? RequiredText(item, "text") : throw Wrong(where, "made of text parts");
}
