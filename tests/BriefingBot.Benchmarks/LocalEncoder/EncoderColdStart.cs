using System.Diagnostics;
using BriefingBot.Inference.LocalEncoder;

namespace BriefingBot.Benchmarks.LocalEncoder;

/// <summary>What the first vector of a fresh process costs.</summary>
internal static class EncoderColdStart
{
    /// <summary>Prints it.</summary>
    public static void Run()
    {
        var vector = new float[UseLiteEncoder.Identity.Dimensions];
        long start = Stopwatch.GetTimestamp();
        using UseLiteEncoder encoder = UseLiteEncoder.Load(new LocalEncoderOptions());
        TimeSpan load = Stopwatch.GetElapsedTime(start);

        start = Stopwatch.GetTimestamp();
        encoder.TryEncode(SampleTexts.Question, vector);
        TimeSpan first = Stopwatch.GetElapsedTime(start);

        start = Stopwatch.GetTimestamp();
        encoder.TryEncode(SampleTexts.Question, vector);
        TimeSpan second = Stopwatch.GetElapsedTime(start);

        TimeSpan best = TimeSpan.MaxValue;
        for (int round = 0; round < 300; round++)
        {
            start = Stopwatch.GetTimestamp();
            encoder.TryEncode(SampleTexts.Question, vector);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            best = elapsed < best ? elapsed : best;
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine(
            $"load {load.TotalMilliseconds:F1} ms, first question ({encoder.CountTokens(SampleTexts.Question)} tokens) {first.TotalMilliseconds:F1} ms, second {second.TotalMilliseconds:F2} ms, best of 300 {best.TotalMilliseconds:F3} ms; peak memory {process.PeakWorkingSet64 >> 20} MB");
    }
}
