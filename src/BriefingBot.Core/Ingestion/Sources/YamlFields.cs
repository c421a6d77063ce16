using YamlDotNet.Core;
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
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode switch
            {
                YamlMappingNode mapping => mapping,
                YamlScalarNode { Value: null or "" } => null,
                _ => throw new SourceException($"malformed YAML in line {firstLine}: expected lines of 'name: value'."),
            };
        }
        catch (YamlException error)
        {
            throw new SourceException($"malformed YAML in line {firstLine + error.Start.Line - 1}: {FirstLine(error.InnerException?.Message ?? error.Message)}");
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

    /// <summary>The value of a key, in any case; null when it is not there.</summary>
    public static YamlNode? Find(YamlMappingNode mapping, string key) =>
        mapping.Children.FirstOrDefault(child => string.Equals((child.Key as YamlScalarNode)?.Value, key, StringComparison.OrdinalIgnoreCase)).Value;

    private static string? Scalar(YamlMappingNode mapping, params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            if (Text(Find(mapping, key)) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    private static string? Text(YamlNode? node) => node switch
    {
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "null" or "~" } => null,
        YamlScalarNode { Value: { } value } when !string.IsNullOrWhiteSpace(value) => value.Trim(),
        YamlSequenceNode list when list.Children.Select(Text).OfType<string>().ToArray() is { Length: > 0 } items => string.Join(", ", items),
        YamlMappingNode person => Text(Find(person, "name")),
        _ => null,
    };

    private static string FirstLine(string message) => message.ReplaceLineEndings("\n").Split('\n')[0];
}
