using BriefingBot.Core.Text;
using YamlDotNet.RepresentationModel;

namespace BriefingBot.Core.Ingestion.Sources;

/// <summary>Reads the fields of an article from a YAML mapping; keys are matched in any case, with the names that site generators use.</summary>
internal static class YamlFields
{
    /// <summary>Loads the one mapping of a YAML text; null when the text holds nothing.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="firstLine">The line of the file on which the text begins, from 1; for messages.</param>
    /// <exception cref="SourceException">No YAML, or no mapping.</exception>
    public static YamlMappingNode? Load(string yaml, int firstLine)
    {
        try
        {
            return YamlMapping.Load(yaml, firstLine);
        }
        catch (FormatException error)
        {
            throw new SourceException(error.Message);
        }
    }

    /// <summary>The article's fields in a mapping; unknown ones are left alone.</summary>
    public static SourceMetadata Read(YamlMappingNode mapping) => new()
    {
        Title = Scalar(mapping, "title", "headline"),
        Outlet = Scalar(mapping, "outlet", "publisher", "source"),
        Byline = Scalar(mapping, "byline", "author", "authors"),
        Published = Scalar(mapping, "published", "date", "publishdate", "pubdate"),
        Updated = Scalar(mapping, "updated", "modified", "lastmod"),
        Url = Scalar(mapping, "url", "link", "canonical"),
        Collection = Scalar(mapping, "collection"),
    };

    private static string? Scalar(YamlMappingNode mapping, params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            if (YamlMapping.Text(YamlMapping.Find(mapping, key)) is { } value)
            {
                return value;
            }
        }

        return null;
    }
}
