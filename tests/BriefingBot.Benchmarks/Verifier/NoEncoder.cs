using Microsoft.Extensions.AI;

namespace BriefingBot.Benchmarks.Verifier;

/// <summary>Gives no vectors: passages are found by their words.</summary>
internal sealed class NoEncoder : IEmbeddingGenerator<string, Embedding<float>>
{
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(_ => new Embedding<float>(ReadOnlyMemory<float>.Empty))));

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }
}
