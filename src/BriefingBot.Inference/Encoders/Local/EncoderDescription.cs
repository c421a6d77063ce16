using System.Security.Cryptography;
using System.Text;
using BriefingBot.Core.Retrieval.Encoding;

namespace BriefingBot.Inference.Encoders.Local;

/// <summary>What a folder's <c>encoder.yaml</c> says of its model.</summary>
internal sealed record EncoderDescription
{
    /// <summary>The model's name, by which its calibration is found; the folder's own name where it gives none.</summary>
    public required string Name { get; init; }

    /// <summary>The length of the vectors.</summary>
    public required int Dimensions { get; init; }

    /// <summary>How tokens become a vector.</summary>
    public Pooling Pooling { get; init; } = Pooling.Mean;

    /// <summary>What is put before a question.</summary>
    public string QuestionPrefix { get; init; } = "";

    /// <summary>What is put before a passage.</summary>
    public string PassagePrefix { get; init; } = "";

    /// <summary>The most tokens of a text, marks included.</summary>
    public int MaxTokens { get; init; } = 512;

    /// <summary>Whether vectors are brought to unit length.</summary>
    public bool Normalize { get; init; } = true;

    /// <summary>Whether <c>vocab.txt</c> is of lower-case letters.</summary>
    public bool Lowercase { get; init; } = true;

    /// <summary>The output that is read; null: the first one.</summary>
    public string? Output { get; init; }

    /// <summary>What <c>model.onnx</c> must be; null: anything.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The name by which the store tells vectors apart: everything that changes the vectors of passages is in it.</summary>
    /// <param name="modelSum">The sum of the model's file.</param>
    public EncoderIdentity IdentityOf(string modelSum)
    {
        string all = string.Join('\n', modelSum.ToLowerInvariant(), Pooling, PassagePrefix, MaxTokens, Normalize, Lowercase, Output);
        return new EncoderIdentity($"{Name}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..8]}", Dimensions);
    }
}
