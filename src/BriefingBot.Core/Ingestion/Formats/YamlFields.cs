using BriefingBot.Core.Ingestion.Sources;
using BriefingBot.Core.Text;
using YamlDotNet.RepresentationModel;

namespace BriefingBot.Core.Ingestion.Formats;

/// <summary>Reads the fields of an article from a YAML mapping.</summary>
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
        catch (FormatException exception)
        {
            throw new SourceException(exception.Message);
        }
    }

    /// <summary>The article's fields in a mapping; unknown ones are left alone.</summary>
    public static SourceMetadata Read(YamlMappingNode mapping)
    {
        var fields = new FieldCollector();
        foreach (var (key, value) in mapping.Children)
        {
            if (key is YamlScalarNode { Value: { } name })
            {
                fields.Add(name, YamlMapping.Text(value));
            }
        }

        return fields.ToMetadata();
    }
}
