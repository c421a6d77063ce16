using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace BriefingBot.Core.Tests.Ingestion;

/// <summary>Remembers the texts it was given; the first number of a vector is the length of its text.</summary>
internal sealed class RecordingEncoder : IEmbeddingGenerator<string, Embedding<float>>
{
    public ConcurrentQueue<IReadOnlyList<string>> Calls { get; } = [];

    public IEnumerable<string> Texts => Calls.SelectMany(call => call);

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        string[] texts = [.. values];
        Calls.Enqueue(texts);
        return Task.FromResult(
            new GeneratedEmbeddings<Embedding<float>>(texts.Select(text => new Embedding<float>(new float[] { text.Length, 0 })))
        );
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }
}
