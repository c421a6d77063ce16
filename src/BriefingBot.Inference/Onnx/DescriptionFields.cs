using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace BriefingBot.Inference.Onnx;

/// <summary>
/// The fields of the YAML file that describes a model: one list of <c>name: value</c> lines. Messages name key, value and fix.
/// </summary>
internal sealed class DescriptionFields
{
    private readonly Dictionary<string, string> _fields;

    private DescriptionFields(Dictionary<string, string> fields) => _fields = fields;

    /// <summary>The SHA-256 sum that the model must have; null: any.</summary>
    public string? Sha256 =>
        Find("sha256") switch
        {
            null => null,
            { Length: 64 } sum when sum.All(char.IsAsciiHexDigit) => sum,
            var sum => throw new FormatException($"sha256 is '{sum}'; give 64 hexadecimal digits, or leave it out."),
        };

    /// <summary>Reads a file and has the fields made into something.</summary>
    /// <exception cref="LocalModelException">The file cannot be read, or says something that cannot be.</exception>
    public static TResult Read<TResult>(string path, IReadOnlyList<string> known, Func<DescriptionFields, TResult> make)
    {
        try
        {
            return make(Parse(File.ReadAllText(path), known));
        }
        catch (Exception exception) when (exception is FormatException or YamlException or IOException or UnauthorizedAccessException)
        {
            throw new LocalModelException($"{path} cannot be used: {exception.Message.ReplaceLineEndings(" ")}", exception);
        }
    }

    /// <summary>The value of a key; null when it is not there.</summary>
    public string? Find(string key) => _fields.GetValueOrDefault(key);

    /// <summary>A number; without a standard it must be there.</summary>
    public int Number(string key, int? standard, int least, int most)
    {
        string? text = Find(key);
        return text is null && standard is { } value ? value
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
                ? number
            : throw new FormatException($"{key} is '{text}'; give a number from {least} to {most}.");
    }

    /// <summary>Yes unless it says <c>false</c>.</summary>
    public bool Flag(string key) =>
        Find(key) switch
        {
            null or "true" => true,
            "false" => false,
            var other => throw new FormatException($"{key} is '{other}'; choose true or false."),
        };

    private static DescriptionFields Parse(string yaml, IReadOnlyList<string> known)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(yaml));
        var fields = stream.Documents is [{ RootNode: YamlMappingNode mapping }]
            ? mapping.Children.ToDictionary(
                pair => pair.Key.ToString(),
                pair => (pair.Value as YamlScalarNode)?.Value ?? "",
                StringComparer.Ordinal
            )
            : throw new FormatException("it is not a list of 'name: value' lines.");
        return fields.Keys.FirstOrDefault(key => !known.Contains(key)) is { } unknown
            ? throw new FormatException($"it has '{unknown}', which is not known; known are {string.Join(", ", known)}.")
            : new DescriptionFields(fields);
    }
}
