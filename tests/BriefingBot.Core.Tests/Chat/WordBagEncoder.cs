using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Text;
using Microsoft.Extensions.AI;

namespace BriefingBot.Core.Tests.Chat;

/// <summary>Texts with the same words are near each other. A test can hold it up or break it.</summary>
internal sealed class WordBagEncoder : IEmbeddingGenerator<string, Embedding<float>>
{
    public static EncoderIdentity Identity { get; } = new("word-bag/1", 128);

    /// <summary>Awaited before every call.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = _ => Task.CompletedTask;

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        await Before(cancellationToken);
        return new GeneratedEmbeddings<Embedding<float>>(values.Select(text => new Embedding<float>(Embed(text))));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }

    private static float[] Embed(string text)
    {
        float[] vector = new float[Identity.Dimensions];
        foreach (var word in WordTokenizer.Tokenize(text))
        {
            uint hash = word.Stem.Aggregate(17u, (h, c) => unchecked((h * 31) + c));
            vector[hash % Identity.Dimensions]++;
        }

        float length = MathF.Sqrt(vector.Sum(x => x * x));
        return length == 0 ? vector : [.. vector.Select(x => x / length)];
    }
}
