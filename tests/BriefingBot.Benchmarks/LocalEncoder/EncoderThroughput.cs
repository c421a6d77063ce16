using System.Diagnostics;
using BriefingBot.Inference.LocalEncoder;
using BriefingBot.Inference.LocalEncoder.Kernels;

namespace BriefingBot.Benchmarks.LocalEncoder;

/// <summary>How many texts a second the local encoder encodes, alone, with each kernel.</summary>
internal static class EncoderThroughput
{
    // Multiply-adds of the matrices for one token, times two; attention comes on top.
    private const double FlopsPerToken = 9.3e6;

    /// <summary>Prints it.</summary>
    public static void Run()
    {
        foreach (SimdWidth width in Enum.GetValues<SimdWidth>().Reverse())
        {
            Print(MatrixKernel.For(width), 1);
        }

        Print(MatrixKernel.Best, Environment.ProcessorCount);
    }

    /// <summary>Encodes the texts over and over for about so many seconds, all in one call at a time.</summary>
    /// <returns>Texts a second, the best of the rounds.</returns>
    public static double Measure(UseLiteEncoder encoder, IReadOnlyList<string> texts, double seconds)
    {
        double best = 0;
        var total = Stopwatch.StartNew();
        while (total.Elapsed.TotalSeconds < seconds + 1)
        {
            var round = Stopwatch.StartNew();
            int done = 0;
            while (round.Elapsed.TotalSeconds < 0.25)
            {
                encoder.Encode(texts, CancellationToken.None);
                done += texts.Count;
            }

            best = Math.Max(best, done / round.Elapsed.TotalSeconds);
        }

        return best;
    }

    private static void Print(MatrixKernel kernel, int degree)
    {
        using UseLiteEncoder encoder = UseLiteEncoder.Load(new LocalEncoderOptions { MaxDegreeOfParallelism = degree }, kernel);
        foreach ((string name, IReadOnlyList<string> texts) in new[] { ("sentences", SampleTexts.Sentences), ("passages", SampleTexts.Passages) })
        {
            double tokens = texts.Average(text => Math.Min(encoder.CountTokens(text), UseLiteEncoder.MaximumTokens));
            double rate = Measure(encoder, texts, 2);
            Console.WriteLine(
                $"{kernel.Width}, {degree} core(s), {name} of {tokens:F0} tokens: {rate,7:F0}/s, {rate * tokens,8:F0} tokens/s, {rate * tokens * FlopsPerToken / 1e9,5:F0} GFLOP/s");
        }
    }
}
