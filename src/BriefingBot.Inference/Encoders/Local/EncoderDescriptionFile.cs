using System.Globalization;
using BriefingBot.Inference.Onnx;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace BriefingBot.Inference.Encoders.Local;

/// <summary>Reads <c>encoder.yaml</c>.</summary>
internal static class EncoderDescriptionFile
{
    /// <summary>Its name.</summary>
    public const string FileName = "encoder.yaml";

    private static readonly string[] _keys =
        ["name", "dimensions", "pooling", "question_prefix", "passage_prefix", "max_tokens", "normalize", "lowercase", "output", "sha256"];

    /// <summary>Reads the description of a folder.</summary>
    /// <exception cref="LocalModelException">There is none, or it says something that cannot be; the message names key, value and fix.</exception>
    public static EncoderDescription Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            throw new LocalModelException(
                Directory.Exists(folder)
                    ? $"{path} is missing: it says what model.onnx is, at least 'dimensions: 384' and 'pooling: mean' (or cls, or none)."
                    : $"There is no folder {folder}: let Encoder:Model name the folder of an encoder, or leave it out for the one that the build makes.");
        }

        try
        {
            return Parse(File.ReadAllText(path), Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)));
        }
        catch (Exception exception) when (exception is FormatException or YamlException or IOException or UnauthorizedAccessException)
        {
            throw new LocalModelException($"{path} cannot be used: {exception.Message.ReplaceLineEndings(" ")}", exception);
        }
    }

    private static EncoderDescription Parse(string yaml, string folderName)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(yaml));
        var fields = stream.Documents is [{ RootNode: YamlMappingNode mapping }]
            ? mapping.Children.ToDictionary(pair => pair.Key.ToString(), pair => (pair.Value as YamlScalarNode)?.Value ?? "", StringComparer.Ordinal)
            : throw new FormatException("it is no list of 'name: value' lines.");
        if (fields.Keys.FirstOrDefault(key => !_keys.Contains(key)) is { } unknown)
        {
            throw new FormatException($"it has '{unknown}', which is not known; known are {string.Join(", ", _keys)}.");
        }

        return new EncoderDescription
        {
            Name = fields.GetValueOrDefault("name") is { Length: > 0 } name ? name : folderName,
            Dimensions = Number("dimensions", null, 2, 8192),
            Pooling = fields.GetValueOrDefault("pooling") switch
            {
                "cls" => Pooling.Cls,
                "mean" => Pooling.Mean,
                "none" => Pooling.None,
                var other => throw new FormatException($"pooling is '{other}'; choose cls, mean, or none when the model gives one vector by itself."),
            },
            QuestionPrefix = fields.GetValueOrDefault("question_prefix", ""),
            PassagePrefix = fields.GetValueOrDefault("passage_prefix", ""),
            MaxTokens = Number("max_tokens", 512, 8, 8192),
            Normalize = Flag("normalize"),
            Lowercase = Flag("lowercase"),
            Output = fields.GetValueOrDefault("output"),
            Sha256 = fields.GetValueOrDefault("sha256") switch
            {
                null => null,
                { Length: 64 } sum when sum.All(char.IsAsciiHexDigit) => sum,
                var sum => throw new FormatException($"sha256 is '{sum}'; give 64 hexadecimal digits, or leave it out."),
            },
        };

        int Number(string key, int? standard, int least, int most)
        {
            string? text = fields.GetValueOrDefault(key);
            return text is null && standard is { } value ? value
                : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most ? number
                : throw new FormatException($"{key} is '{text}'; give a number from {least} to {most}.");
        }

        bool Flag(string key) => fields.GetValueOrDefault(key) switch
        {
            null or "true" => true,
            "false" => false,
            var other => throw new FormatException($"{key} is '{other}'; choose true or false."),
        };
    }
}
