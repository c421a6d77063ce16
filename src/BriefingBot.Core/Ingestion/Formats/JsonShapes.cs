using System.Text;
using System.Text.Json;

namespace BriefingBot.Core.Ingestion.Formats;

/// <summary>
/// Understands the shapes in which publishing systems and feeds write an article: flat fields; nested ones (<c>title.rendered</c>,
/// <c>headlines.basic</c>, <c>source.name</c>); lists of people; content in elements. Depth is bounded by the parser.
/// </summary>
internal static class JsonShapes
{
    /// <summary>Accepts what people write by hand, too: remarks and a comma at the end. At most 64 levels deep.</summary>
    public static JsonDocumentOptions Lenient { get; } =
        new()
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = 64,
        };

    private static readonly string[] Wrappers =
    [
        "posts",
        "articles",
        "items",
        "results",
        "stories",
        "entries",
        "docs",
        "documents",
        "records",
        "news",
        "data",
        "content_elements",
        "response",
        "hits",
        "@graph",
    ];
    private static readonly string[] InnerTexts =
    [
        "rendered",
        "plaintext",
        "basic",
        "name",
        "text",
        "value",
        "_value",
        "#text",
        "content",
        "url",
        "default",
        "en",
        "raw",
        "html",
    ];

    /// <summary>The articles in a value: itself, the elements of a list, or those of the list that an interface wraps.</summary>
    public static IEnumerable<JsonElement> Articles(JsonElement root, int depth = 0)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            return root.EnumerateArray();
        }

        if (root.ValueKind == JsonValueKind.Object && depth < 4 && TextOf(root) is null)
        {
            foreach (string wrapper in Wrappers)
            {
                if (
                    root.TryGetProperty(wrapper, out var inner)
                    && (inner.ValueKind == JsonValueKind.Array || inner.ValueKind == JsonValueKind.Object)
                )
                {
                    return Articles(inner, depth + 1);
                }
            }
        }

        return [root];
    }

    /// <summary>The fields of an object.</summary>
    public static FieldCollector Fields(JsonElement record)
    {
        var fields = new FieldCollector();
        foreach (var property in record.EnumerateObject())
        {
            fields.Add(
                property.Name,
                FieldNames.Of(property.Name).Field switch
                {
                    ArticleField.None or ArticleField.Text => null,
                    ArticleField.Byline => People(property.Value),
                    _ => Scalar(property.Value),
                }
            );
        }

        if (
            fields[ArticleField.Byline] is null
            && record.TryGetProperty("_embedded", out var embedded)
            && embedded.ValueKind == JsonValueKind.Object
            && embedded.TryGetProperty("author", out var author)
        )
        {
            fields.Add("author", People(author));
        }

        return fields;
    }

    /// <summary>The running text of an object; null when it has none.</summary>
    public static string? TextOf(JsonElement record)
    {
        (int Rank, string Text)? best = null;
        foreach (var property in record.EnumerateObject())
        {
            var (field, rank) = FieldNames.Of(property.Name);
            if (
                field == ArticleField.Text
                && (best is null || rank < best.Value.Rank)
                && Content(property.Value) is { } text
                && !string.IsNullOrWhiteSpace(text)
            )
            {
                best = (rank, text);
            }
        }

        return best?.Text;
    }

    private static string? Content(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return value.GetString();
            case JsonValueKind.Object:
                return Scalar(value);
            case JsonValueKind.Array:
                var text = new StringBuilder();
                foreach (var element in value.EnumerateArray())
                {
                    if (element.ValueKind == JsonValueKind.String)
                    {
                        text.Append(element.GetString()).Append("\n\n");
                    }
                    else if (element.ValueKind == JsonValueKind.Object && Element(element) is { } piece)
                    {
                        text.Append(piece).Append("\n\n");
                    }
                }

                return text.ToString();
            default:
                return null;
        }
    }

    // Paragraphs, headings, quotes and lists; images, videos and forms are left out.
    private static string? Element(JsonElement element)
    {
        string type = element.TryGetProperty("type", out var kind) && kind.ValueKind == JsonValueKind.String ? kind.GetString()! : "text";
        return type switch
        {
            "text" or "paragraph" or "header" or "heading" or "raw_html" or "html" or "p" or "blockquote" => Inner(
                element,
                "content",
                "text",
                "value",
                "html",
                "data"
            ),
            "quote" or "list" or "group" => Inner(element, "content_elements", "items", "content"),
            _ => null,
        };
    }

    private static string? Inner(JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (
                element.TryGetProperty(name, out var value)
                && value.ValueKind is JsonValueKind.String or JsonValueKind.Array or JsonValueKind.Object
                && Content(value) is { } text
            )
            {
                return text;
            }
        }

        return null;
    }

    private static string? People(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                string[] names =
                [
                    .. value
                        .EnumerateArray()
                        .Select(People)
                        .OfType<string>()
                        .Where(name => !string.IsNullOrWhiteSpace(name))
                        .Select(name => name.Trim())
                        .Distinct(StringComparer.OrdinalIgnoreCase),
                ];
                return names.Length == 0 ? null : string.Join(", ", names);
            case JsonValueKind.Object:
                return value.TryGetProperty("by", out var by) ? People(by) : Scalar(value);
            case JsonValueKind.String:
                return value.GetString();
            default:
                // The number of an account is no name.
                return null;
        }
    }

    private static string? Scalar(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return value.GetString();
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                return value.GetRawText();
            case JsonValueKind.Array:
                string[] items =
                [
                    .. value
                        .EnumerateArray()
                        .Where(item => item.ValueKind is JsonValueKind.String or JsonValueKind.Object)
                        .Select(Scalar)
                        .OfType<string>(),
                ];
                return items.Length == 0 ? null : string.Join(", ", items);
            case JsonValueKind.Object:
                foreach (string name in InnerTexts)
                {
                    if (
                        value.TryGetProperty(name, out var inner)
                        && inner.ValueKind is JsonValueKind.String or JsonValueKind.Number
                        && Scalar(inner) is { } text
                        && !string.IsNullOrWhiteSpace(text)
                    )
                    {
                        return text;
                    }
                }

                return null;
            default:
                return null;
        }
    }
}
