using System.Text.Json;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Formats;
using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Sources.Fetching;

/// <summary>Reads a JSON Feed, versions 1 and 1.1 (jsonfeed.org).</summary>
internal static class JsonFeed
{
    private const int MostItems = 20_000;
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    /// <summary>Its items.</summary>
    /// <exception cref="SourceException">It is none.</exception>
    public static IReadOnlyList<SourceDocument> Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var feed = JsonDocument.Parse(content, Lenient);
            return
                feed.RootElement.ValueKind == JsonValueKind.Object
                && feed.RootElement.TryGetProperty("items", out var items)
                && items.ValueKind == JsonValueKind.Array
                ?
                [
                    .. items
                        .EnumerateArray()
                        .Where(static item => item.ValueKind == JsonValueKind.Object)
                        .Take(MostItems)
                        .Select(item => Document(item, Text(feed.RootElement, "title"), PeopleOf(feed.RootElement))),
                ]
                : throw new SourceException("not a JSON Feed: it has no list of items.");
        }
        catch (JsonException exception)
        {
            throw new SourceException($"malformed JSON: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static SourceDocument Document(JsonElement item, string? outlet, string? authors)
    {
        string text = Text(item, "content_text") ?? Text(item, "content_html") ?? Text(item, "summary") ?? Text(item, "title") ?? "";
        string? published = Text(item, "date_published");
        string? updated = Text(item, "date_modified");
        SourceMetadata fields = new()
        {
            Title = Text(item, "title"),
            Outlet = outlet,
            Byline = PeopleOf(item) ?? authors,
            Published = published ?? updated,
            Updated = published is null ? null : updated,
            Url = Text(item, "url") ?? Text(item, "external_url"),
        };
        return new SourceDocument(fields, HtmlText.IsMarkup(text) ? HtmlText.ToPlain(text) : text, DateOrigin.Feed)
        {
            Id = Text(item, "id"),
        };
    }

    private static string? PeopleOf(JsonElement holder)
    {
        string[] names =
        [
            .. (holder.TryGetProperty("authors", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default)
                .Concat(holder.TryGetProperty("author", out var one) ? [one] : [])
                .Where(static person => person.ValueKind == JsonValueKind.Object)
                .Select(static person => Text(person, "name"))
                .OfType<string>()
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        return names.Length == 0 ? null : string.Join(", ", names);
    }

    // Some write numbers where the standard wants text.
    private static string? Text(JsonElement holder, string name) =>
        !holder.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim()
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : null;
}
