using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace BriefingBot.Core.Text;

/// <summary>Reads the one mapping of a YAML text.</summary>
internal static class YamlMapping
{
    /// <summary>Loads it; null when the text holds nothing.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="firstLine">The line of the file on which the text begins, from 1; for messages.</param>
    /// <exception cref="FormatException">No YAML, or no mapping; the message names the line.</exception>
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
                _ => throw new FormatException($"malformed YAML in line {firstLine}: expected lines of 'name: value'."),
            };
        }
        catch (YamlException error)
        {
            throw new FormatException($"malformed YAML in line {firstLine + error.Start.Line - 1}: {FirstLine(error.InnerException?.Message ?? error.Message)}", error);
        }
    }

    /// <summary>The value of a key, in any case; null when it is not there.</summary>
    public static YamlNode? Find(YamlMappingNode mapping, string key) =>
        mapping.Children.FirstOrDefault(child => string.Equals((child.Key as YamlScalarNode)?.Value, key, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The text of a scalar, of a list of them, or of a person's name; null when there is none.</summary>
    public static string? Text(YamlNode? node) => node switch
    {
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "null" or "~" } => null,
        YamlScalarNode { Value: { } value } when !string.IsNullOrWhiteSpace(value) => value.Trim(),
        YamlSequenceNode list when list.Children.Select(Text).OfType<string>().ToArray() is { Length: > 0 } items => string.Join(", ", items),
        YamlMappingNode person => Text(Find(person, "name")),
        _ => null,
    };

    private static string FirstLine(string message) => message.ReplaceLineEndings("\n").Split('\n')[0];
}
