using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Inference.Encoders;
using Microsoft.Extensions.AI;

namespace BriefingBot.EndToEnd.Tests.Answers;

/// <summary>
/// An encoder that finds what the one that ships finds, with all its cosines between .8 and 1, as some models have them: every vector gets
/// one more number, the same for all.
/// </summary>
internal sealed class SquashingEncoder(IEmbeddingGenerator<string, Embedding<float>> inner) : IEmbeddingGenerator<string, Embedding<float>>
{
    private const float Constant = 2;

    public static EncoderIdentity Identity { get; } = new("squashing/1", ShippedEncoder.Identity.Dimensions + 1);

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var found = await inner.GenerateAsync(values, options, cancellationToken);
        return new GeneratedEmbeddings<Embedding<float>>(
            found.Select(static embedding =>
                embedding.Vector.IsEmpty ? embedding : new Embedding<float>((float[])[.. embedding.Vector.Span, Constant])
            )
        );
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }
}
