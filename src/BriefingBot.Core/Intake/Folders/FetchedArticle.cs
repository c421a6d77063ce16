using System.Text.Json.Serialization;
using BriefingBot.Core.Ingestion.Sources;
using BriefingBot.Core.Intake.Fetching;

namespace BriefingBot.Core.Intake.Folders;

/// <summary>The file of a fetched item: the fields by which the index knows them from any JSON article.</summary>
internal sealed record FetchedArticle(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("title")] string? Title,
    [property: JsonPropertyName("published")] string? Published,
    [property: JsonPropertyName("updated")] string? Updated,
    [property: JsonPropertyName("url")] string? Url,
    [property: JsonPropertyName("outlet")] string? Outlet,
    [property: JsonPropertyName("byline")] string? Byline,
    [property: JsonPropertyName("collection")] string? Collection,
    [property: JsonPropertyName("text")] string Text
)
{
    /// <summary>What an item says of itself, and what its source says where it says nothing.</summary>
    public static FetchedArticle Of(string id, SourceDocument document, ListedItem item, CoverageSource source)
    {
        var fields = document.Fields;
        return new FetchedArticle(
            id,
            fields.Title,
            NumericDate.Order(fields.Published, source.DateOrder),
            NumericDate.Order(fields.Updated, source.DateOrder),
            fields.Url ?? item.Page?.AbsoluteUri,
            fields.Outlet ?? source.Outlet,
            fields.Byline,
            fields.Collection ?? source.Collection,
            document.Text
        );
    }
}
