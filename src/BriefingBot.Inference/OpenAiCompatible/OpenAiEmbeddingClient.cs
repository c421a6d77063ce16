using System.Numerics.Tensors;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Inference.Providers;
using OpenAI.Embeddings;

namespace BriefingBot.Inference.OpenAiCompatible;

/// <summary>One request for vectors by the official client, without retries: in order, checked and of unit length. Thread-safe.</summary>
internal sealed class OpenAiEmbeddingClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly EmbeddingClient _client;
    private readonly ProviderAddress _address;
    private readonly EncoderIdentity _identity;
    private readonly string _model;
    private readonly bool _shorten;
    private readonly TimeProvider _clock;

    /// <param name="address">Where the server is.</param>
    /// <param name="model">The model's name, on Azure the deployment's.</param>
    /// <param name="key">The key; null sends none.</param>
    /// <param name="identity">What the vectors must be.</param>
    /// <param name="shorten">Ask for vectors of that length.</param>
    /// <param name="clock">Measures, and the clock of <c>Retry-After</c>.</param>
    public OpenAiEmbeddingClient(
        ProviderAddress address,
        string model,
        string? key,
        EncoderIdentity identity,
        bool shorten,
        TimeProvider clock
    )
    {
        _http = ProviderHttp.Create(address, clock);
#pragma warning disable OPENAI001 // Marked experimental; the other constructors take no server without a key, nor Azure's header.
        _client = new EmbeddingClient(model, OpenAiCredentials.For(address, key), OpenAiCredentials.Options(address, _http));
#pragma warning restore OPENAI001
        (_address, _identity, _model, _shorten, _clock) = (address, identity, model, shorten, clock);
    }

    /// <summary>Asks for the vectors.</summary>
    /// <exception cref="EncoderException">The server answered with other vectors than were asked for.</exception>
    public async Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        using var call = ProviderCall.Start(
            GenAi.Embeddings,
            _address.IsAzure ? "azure.ai.openai" : "openai",
            _model,
            _address.Endpoint,
            _clock
        );
        try
        {
            EmbeddingGenerationOptions options = new() { Dimensions = _shorten ? _identity.Dimensions : null };
            OpenAIEmbeddingCollection answer = await _client.GenerateEmbeddingsAsync(texts, options, cancellationToken);
            call.Answer(answer.Model, id: null);
            call.Use(answer.Usage?.InputTokenCount, output: null);
            float[][] vectors = Order(answer, texts.Count);
            call.Describe(GenAi.EmbeddingsDimensionCount, vectors[0].Length);
            return vectors;
        }
        catch (Exception exception)
        {
            // Whatever it is goes on to the caller; the span and the metrics only record it.
            call.Fail(exception);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private float[][] Order(OpenAIEmbeddingCollection answer, int count)
    {
        var vectors = new float[count][];
        foreach (var embedding in answer)
        {
            if (embedding.Index < 0 || embedding.Index >= count || vectors[embedding.Index] is not null)
            {
                throw Wrong($"gave a vector for text {embedding.Index} of {count}");
            }

            vectors[embedding.Index] = Normalize(embedding.ToFloats().ToArray());
        }

        return answer.Count == count ? vectors : throw Wrong($"gave {answer.Count} vectors for {count} texts");
    }

    private float[] Normalize(float[] vector)
    {
        if (vector.Length != _identity.Dimensions)
        {
            throw new EncoderException(
                $"The encoder at {_address.Name} makes vectors of {vector.Length} numbers with '{_model}', not of "
                    + $"{_identity.Dimensions}. Set Encoder:Dimensions to {vector.Length}"
                    + (
                        vector.Length > _identity.Dimensions && !_shorten
                            ? ", or Encoder:Shorten to true if the model was made to be shortened."
                            : "."
                    )
            );
        }

        float length = TensorPrimitives.Norm<float>(vector);
        if (!float.IsFinite(length) || length == 0)
        {
            throw Wrong("gave a vector without a direction");
        }

        TensorPrimitives.Divide(vector, length, vector);
        return vector;
    }

    private EncoderException Wrong(string what) =>
        new($"The encoder at {_address.Name} {what}. Check Encoder:Model, which must be an embedding model, and the server.");
}
