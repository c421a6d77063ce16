using BriefingBot.Inference.Onnx;

namespace BriefingBot.Inference.Rerankers;

/// <summary>What a folder's <c>reranker.yaml</c> says of its model; every field may be missing, and so may the file.</summary>
/// <param name="MaxTokens">The most tokens of question and text together.</param>
/// <param name="Lowercase">Whether <c>vocab.txt</c> is of lower-case letters.</param>
/// <param name="IsProbability">Whether the output is between 0 and 1 already.</param>
/// <param name="Output">The output that is read; null: the first one.</param>
/// <param name="Sha256">What <c>model.onnx</c> must be; null: anything.</param>
internal sealed record RerankerDescription(int MaxTokens, bool Lowercase, bool IsProbability, string? Output, string? Sha256)
{
    private static readonly string[] _keys = ["max_tokens", "lowercase", "activation", "output", "sha256"];

    /// <summary>Reads the description of a folder.</summary>
    /// <exception cref="LocalModelException">It says something that cannot be.</exception>
    public static RerankerDescription Read(string folder)
    {
        string path = Path.Combine(folder, "reranker.yaml");
        return File.Exists(path)
            ? DescriptionFields.Read(
                path,
                _keys,
                static fields => new RerankerDescription(
                    fields.Number("max_tokens", 512, 16, 8192),
                    fields.Flag("lowercase"),
                    fields.Find("activation") switch
                    {
                        null or "sigmoid" => false,
                        "none" => true,
                        var other => throw new FormatException(
                            $"activation is '{other}'; choose sigmoid, or none when the model gives numbers from 0 to 1."
                        ),
                    },
                    fields.Find("output"),
                    fields.Sha256
                )
            )
            : new RerankerDescription(512, true, false, null, null);
    }
}
