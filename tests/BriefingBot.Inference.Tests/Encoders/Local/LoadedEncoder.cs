using System.Numerics.Tensors;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Inference.Encoders;
using Microsoft.Extensions.AI;

namespace BriefingBot.Inference.Tests.Encoders.Local;

/// <summary>The encoder that ships, loaded once for all tests.</summary>
internal static class LoadedEncoder
{
    private static readonly Lazy<IEmbeddingGenerator<string, Embedding<float>>> _shipped = new(static () => ShippedEncoder.Load());

    public static IEmbeddingGenerator<string, Embedding<float>> Shipped => _shipped.Value;

    /// <summary>The vector of a passage.</summary>
    public static async Task<float[]> OfPassageAsync(this IEmbeddingGenerator<string, Embedding<float>> encoder, string text) =>
        (await encoder.GenerateAsync([text], EncodingPurpose.ForPassages(), TestContext.Current.CancellationToken))[0].Vector.ToArray();

    /// <summary>The cosine of a question and a passage.</summary>
    public static async Task<double> CompareAsync(
        this IEmbeddingGenerator<string, Embedding<float>> encoder,
        string question,
        string passage
    )
    {
        var asked = await encoder.GenerateAsync([question], cancellationToken: TestContext.Current.CancellationToken);
        float[] found = await encoder.OfPassageAsync(passage);
        return TensorPrimitives.CosineSimilarity(asked[0].Vector.Span, found);
    }
}
