using System.Text.Json;

namespace BriefingBot.Inference.Providers;

/// <summary>What the body of an error answer says; every part may be missing.</summary>
/// <param name="Message">In the provider's words.</param>
/// <param name="Code">OpenAI's code or Anthropic's type, such as <c>model_not_found</c>.</param>
/// <param name="Parameter">The field of the request that it is about.</param>
internal sealed record ProviderError(string? Message, string? Code, string? Parameter)
{
    /// <summary>Nothing was said.</summary>
    public static ProviderError None { get; } = new(null, null, null);

    /// <summary>
    /// Reads <c>{"error":{"message","code","param"}}</c> and what compatible servers make of it: a text in place of the object, the fields
    /// at the top, numbers as codes, <c>type</c> in place of <c>code</c>.
    /// </summary>
    public static ProviderError Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return None;
            }

            var error = root.TryGetProperty("error", out var inner) ? inner : root;
            return error.ValueKind switch
            {
                JsonValueKind.String => new ProviderError(error.GetString(), null, null),
                JsonValueKind.Object => new ProviderError(
                    Text(error, "message"),
                    Text(error, "code") ?? Text(error, "type"),
                    Text(error, "param")
                ),
                _ => None,
            };
        }
        catch (JsonException)
        {
            return None;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;
}
