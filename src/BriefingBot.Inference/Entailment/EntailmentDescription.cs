using BriefingBot.Inference.Onnx;

namespace BriefingBot.Inference.Entailment;

/// <summary>What a folder's <c>entailment.yaml</c> says of its model; every field may be missing, and so may the file.</summary>
/// <param name="MaxTokens">The most tokens of evidence and sentence together.</param>
/// <param name="Lowercase">Whether <c>vocab.txt</c> is of lower-case letters.</param>
/// <param name="Entailed">Which of the model's numbers, from 0, is the one for "entailed"; null: the second, of one the only one.</param>
/// <param name="Output">The output that is read; null: the first one.</param>
/// <param name="Sha256">What <c>model.onnx</c> must be; null: anything.</param>
internal sealed record EntailmentDescription(int MaxTokens, bool Lowercase, int? Entailed, string? Output, string? Sha256)
{
    private static readonly string[] _keys = ["max_tokens", "lowercase", "entailed", "output", "sha256"];

    /// <summary>Reads the description of a folder.</summary>
    /// <exception cref="LocalModelException">It says something that cannot be.</exception>
    public static EntailmentDescription Read(string folder)
    {
        string path = Path.Combine(folder, "entailment.yaml");
        return File.Exists(path)
            ? DescriptionFields.Read(
                path,
                _keys,
                static fields => new EntailmentDescription(
                    fields.Number("max_tokens", 512, 16, 8192),
                    fields.Flag("lowercase"),
                    fields.Find("entailed") is null ? null : fields.Number("entailed", null, 0, 2),
                    fields.Find("output"),
                    fields.Sha256
                )
            )
            : new EntailmentDescription(512, true, null, null, null);
    }
}
