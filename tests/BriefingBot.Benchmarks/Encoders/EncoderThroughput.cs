using System.Diagnostics;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Inference.Encoders;
using BriefingBot.Inference.Encoders.Local;
using Microsoft.Extensions.AI;

namespace BriefingBot.Benchmarks.Encoders;

/// <summary>
/// How many texts a second the encoder that ships encodes; beside it, in turn, one from a folder as the baseline (the 32-bit original,
/// say).
/// </summary>
internal static class EncoderThroughput
{
    private const int Rounds = 5;

    /// <summary>Prints it.</summary>
    public static async Task RunAsync(string? baselineFolder, CancellationToken cancellationToken)
    {
        foreach (int degree in ((int[])[1, Environment.ProcessorCount]).Distinct())
        {
            using var shipped = ShippedEncoder.Load(degree);
            using var baseline = baselineFolder is null
                ? null
                : OnnxEncoder.Load(EncoderFolder.Of(new EncoderOptions { Model = baselineFolder }), degree);
            foreach ((string name, var texts) in new[] { ("sentences", SampleTexts.Sentences), ("passages", SampleTexts.Passages) })
            {
                await RateAsync(shipped, texts, cancellationToken);
                List<double> rates = [];
                List<double> ratios = [];
                for (int round = 0; round < Rounds; round++)
                {
                    rates.Add(await RateAsync(shipped, texts, cancellationToken));
                    if (baseline is not null)
                    {
                        ratios.Add(rates[^1] / await RateAsync(baseline, texts, cancellationToken));
                    }
                }

                string against =
                    ratios.Count == 0 ? "" : $", {ratios.Order().ElementAt(Rounds / 2):F2} times the baseline in {baselineFolder}";
                Console.WriteLine(
                    $"{degree} core(s), {name}: {rates.Order().ElementAt(Rounds / 2):F0} a second (median of {Rounds}){against}"
                );
            }
        }
    }

    private static async Task<double> RateAsync(
        IEmbeddingGenerator<string, Embedding<float>> encoder,
        IReadOnlyList<string> texts,
        CancellationToken cancellationToken
    )
    {
        long start = Stopwatch.GetTimestamp();
        int done = 0;
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < 1)
        {
            await encoder.GenerateAsync(texts, EncodingPurpose.ForPassages(), cancellationToken);
            done += texts.Count;
        }

        return done / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
