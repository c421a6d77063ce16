using System.Text.Json;
using AngleSharp.Html.Dom;
using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Sources.Pages;

/// <summary>The article that a page describes in JSON-LD. Bounded: a few scripts of a few hundred kilobytes, 64 levels deep.</summary>
internal static class LinkedData
{
    private const int MostScripts = 20;
    private const int LongestScript = 512 * 1024;
    private const int MostNodes = 200;

    private static readonly string[] Types =
    [
        "NewsArticle",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "OpinionNewsArticle",
        "BackgroundNewsArticle",
        "ReviewNewsArticle",
        "LiveBlogPosting",
        "Article",
        "BlogPosting",
        "Report",
        "WebPage",
    ];

    /// <summary>What it says; empty when there is none.</summary>
    public static SourceMetadata Read(IHtmlDocument document)
    {
        (int Rank, SourceMetadata Fields) best = (int.MaxValue, SourceMetadata.Empty);
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']").Take(MostScripts))
        {
            string json = script.TextContent;
            if (json.Length > LongestScript)
            {
                continue;
            }

            try
            {
                using var parsed = JsonDocument.Parse(
                    json,
                    new JsonDocumentOptions
                    {
                        AllowTrailingCommas = true,
                        CommentHandling = JsonCommentHandling.Skip,
                        MaxDepth = 64,
                    }
                );
                foreach (var node in Nodes(parsed.RootElement).Take(MostNodes))
                {
                    int rank = RankOf(node);
                    if (rank >= 0 && rank < best.Rank)
                    {
                        best = (rank, Fields(node));
                    }
                }
            }
            catch (JsonException)
            {
                // Many pages have broken ones; the other tags are still there.
            }
        }

        return best.Fields;
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            return root.EnumerateArray().SelectMany(Nodes);
        }

        return root.ValueKind != JsonValueKind.Object ? []
            : root.TryGetProperty("@graph", out var graph) && graph.ValueKind == JsonValueKind.Array
                ? graph.EnumerateArray().Where(node => node.ValueKind == JsonValueKind.Object).Append(root)
            : [root];
    }

    private static int RankOf(JsonElement node)
    {
        if (!node.TryGetProperty("@type", out var type))
        {
            return -1;
        }

        var names = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(Text) : [Text(type)];
        return names.Select(name => Array.IndexOf(Types, name)).Where(rank => rank >= 0).DefaultIfEmpty(-1).Min();
    }

    private static SourceMetadata Fields(JsonElement node) =>
        new()
        {
            Title = Value(node, "headline") ?? Value(node, "name"),
            Outlet = Value(node, "publisher") ?? Value(node, "sourceOrganization"),
            Byline = node.TryGetProperty("author", out var author) ? Names(author) : null,
            Published = Value(node, "datePublished"),
            Updated = Value(node, "dateModified"),
            Url = Value(node, "mainEntityOfPage") ?? Value(node, "url"),
        };

    private static string? Names(JsonElement people)
    {
        var list = people.ValueKind == JsonValueKind.Array ? people.EnumerateArray().Select(Text) : [Text(people)];
        string[] names =
        [
            .. list.OfType<string>()
                .Where(name => !name.StartsWith("http", StringComparison.Ordinal))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        return names.Length == 0 ? null : string.Join(", ", names);
    }

    private static string? Value(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return string.IsNullOrWhiteSpace(value.GetString()) ? null : value.GetString()!.Trim();
            case JsonValueKind.Object:
                return Value(value, "name") ?? Value(value, "@id") ?? Value(value, "url") ?? Value(value, "@value");
            case JsonValueKind.Array:
                return value.EnumerateArray().Select(Text).FirstOrDefault(text => text is not null);
            default:
                return null;
        }
    }
}
