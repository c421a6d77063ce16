using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Inference.Encoders;
using BriefingBot.Inference.Tests.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Inference.Tests.Encoders;

/// <summary>The product's encoder on a server, registered as the product registers it.</summary>
internal sealed class EncoderHarness : IAsyncDisposable
{
    public const string Key = "right-key-0123456789";
    private readonly ServiceProvider _services;

    public EncoderHarness(Uri address, Action<EncoderOptions>? configure = null, TimeProvider? clock = null)
    {
        ServiceCollection services = new();
        services.AddSingleton(clock ?? TimeProvider.System);
        services.AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace));
        services.AddEncoder(options =>
        {
            options.Provider = EncoderProvider.OpenAI;
            options.BaseUrl = address.ToString();
            options.Model = "e";
            options.ApiKey = Key;
            options.Dimensions = 256;
            configure?.Invoke(options);
        });
        _services = services.BuildServiceProvider();
    }

    public LogLines Log { get; } = new();

    public EncoderIdentity Identity => _services.GetRequiredService<EncoderIdentity>();

    public async Task<float[][]> EncodeAsync(bool isIndexing, params string[] texts)
    {
        var encoder = _services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>();
        var vectors = await encoder.GenerateAsync(
            texts,
            isIndexing ? EncodingPurpose.ForPassages() : null,
            TestContext.Current.CancellationToken
        );
        return [.. vectors.Select(static vector => vector.Vector.ToArray())];
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
