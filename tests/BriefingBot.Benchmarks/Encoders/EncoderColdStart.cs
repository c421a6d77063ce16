using System.Diagnostics;
using BriefingBot.Inference.Encoders;
using Microsoft.Extensions.AI;

namespace BriefingBot.Benchmarks.Encoders;

/// <summary>What the first vector of a fresh process costs.</summary>
internal static class EncoderColdStart
{
    /// <summary>Prints it.</summary>
    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        using var encoder = ShippedEncoder.Load();
        var load = Stopwatch.GetElapsedTime(start);
        double first = await TimeAsync(encoder, cancellationToken);
        double second = await TimeAsync(encoder, cancellationToken);
        List<double> more = [];
        for (int round = 0; round < 300; round++)
        {
            more.Add(await TimeAsync(encoder, cancellationToken));
        }

        more.Sort();
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(
            $"load {load.TotalMilliseconds:F1} ms, first question {first:F1} ms, second {second:F2} ms, best of 300 "
                + $"{more[0]:F3} ms, median {more[150]:F3} ms; "
                + $"working set {process.WorkingSet64 >> 20} MB"
        );
    }

    private static async Task<double> TimeAsync(IEmbeddingGenerator<string, Embedding<float>> encoder, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        await encoder.GenerateAsync([SampleTexts.Question], cancellationToken: cancellationToken);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
