using BriefingBot.Inference.Onnx;

namespace BriefingBot.Inference.Encoders.Local;

/// <summary>Reads <c>encoder.yaml</c>.</summary>
internal static class EncoderDescriptionFile
{
    /// <summary>Its name.</summary>
    public const string FileName = "encoder.yaml";

    private static readonly string[] _keys =
    [
        "name",
        "dimensions",
        "pooling",
        "question_prefix",
        "passage_prefix",
        "max_tokens",
        "normalize",
        "lowercase",
        "output",
        "sha256",
    ];

    /// <summary>Reads the description of a folder.</summary>
    /// <exception cref="LocalModelException">There is none, or it says something that cannot be; the message names key, value and
    /// fix.</exception>
    public static EncoderDescription Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            throw new LocalModelException(
                Directory.Exists(folder)
                    ? $"{path} is missing: it says what model.onnx is, at least 'dimensions: 384' and 'pooling: mean' (or cls, or none)."
                    : $"There is no folder {folder}: set Encoder:Model to the folder of an encoder, or leave it out for "
                        + $"the one that the build makes."
            );
        }

        string folderName = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        return DescriptionFields.Read(
            path,
            _keys,
            fields => new EncoderDescription
            {
                Name = fields.Find("name") is { Length: > 0 } name ? name : folderName,
                Dimensions = fields.Number("dimensions", null, 2, 8192),
                Pooling = fields.Find("pooling") switch
                {
                    "cls" => Pooling.Cls,
                    "mean" => Pooling.Mean,
                    "none" => Pooling.None,
                    var other => throw new FormatException(
                        $"pooling is '{other}'; choose cls, mean, or none when the model gives one vector by itself."
                    ),
                },
                QuestionPrefix = fields.Find("question_prefix") ?? "",
                PassagePrefix = fields.Find("passage_prefix") ?? "",
                MaxTokens = fields.Number("max_tokens", 512, 8, 8192),
                Normalize = fields.Flag("normalize"),
                Lowercase = fields.Flag("lowercase"),
                Output = fields.Find("output"),
                Sha256 = fields.Sha256,
            }
        );
    }
}
