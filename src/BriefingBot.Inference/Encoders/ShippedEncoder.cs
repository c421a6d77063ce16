using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Inference.Encoders.Local;
using Microsoft.Extensions.AI;

namespace BriefingBot.Inference.Encoders;

/// <summary>The encoder that the build makes, for whoever needs it without a service collection.</summary>
public static class ShippedEncoder
{
    private static readonly Lazy<EncoderFolder> _folder = new(static () => EncoderFolder.Of(new EncoderOptions()));

    /// <summary>The name of its vectors.</summary>
    public static EncoderIdentity Identity => _folder.Value.Identity;

    /// <summary>Loads it. Thread-safe once loaded; the caller disposes it.</summary>
    /// <param name="degree">How many cores one call may use; null: all.</param>
    /// <exception cref="Onnx.LocalModelException">It is missing or damaged, or this system has no runtime for it.</exception>
    public static IEmbeddingGenerator<string, Embedding<float>> Load(int? degree = null) =>
        OnnxEncoder.Load(_folder.Value, degree ?? Environment.ProcessorCount);
}
