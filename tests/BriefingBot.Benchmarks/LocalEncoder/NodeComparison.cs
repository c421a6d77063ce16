using System.Diagnostics;
using System.Numerics.Tensors;
using System.Text.Json;
using BriefingBot.Inference.LocalEncoder;

namespace BriefingBot.Benchmarks.LocalEncoder;

/// <summary>The local encoder against the reference implementation of the same model on Node.js: same texts, same machine, one after the other.</summary>
internal static class NodeComparison
{
    // The reference pads a call's texts to the longest; which batch serves it best depends on the texts, so the best is taken.
    private static readonly int[] _batches = [1, 4, 16];

    /// <summary>Prints texts a second of both and their ratio.</summary>
    public static async Task RunAsync(int seconds)
    {
        string folder = FindReference();
        foreach ((string name, IReadOnlyList<string> texts) in new[] { ("sentences", SampleTexts.Sentences), ("passages", SampleTexts.Passages) })
        {
            foreach (int cores in new[] { 1, Environment.ProcessorCount }.Distinct())
            {
                using UseLiteEncoder encoder = UseLiteEncoder.Load(new LocalEncoderOptions { MaxDegreeOfParallelism = cores });
                ReferenceRun best = await RunReferenceAsync(folder, texts, seconds, cores, _batches[0]);
                foreach (int batch in _batches[1..])
                {
                    ReferenceRun run = await RunReferenceAsync(folder, texts, seconds, cores, batch);
                    best = run.TextsPerSecond > best.TextsPerSecond ? run : best;
                }

                double ours = EncoderThroughput.Measure(encoder, texts, seconds);
                float cosine = TensorPrimitives.CosineSimilarity<float>(encoder.Encode([texts[0]], CancellationToken.None)[0], best.First);
                Console.WriteLine(
                    $"{name}, {cores} core(s): local encoder {ours:F0}/s, Node.js reference {best.TextsPerSecond:F1}/s (batches of {best.Batch}, {best.CpuPerWall:F2} CPU s/s), ratio {ours / best.TextsPerSecond:F1}; cosine of the first vectors {cosine:F7}");
            }
        }
    }

    private static async Task<ReferenceRun> RunReferenceAsync(string folder, IReadOnlyList<string> texts, int seconds, int workers, int batch)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(folder, "reference.cjs"), $"{seconds}", $"{workers}", $"{batch}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using Process process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(JsonSerializer.Serialize(texts));
        process.StandardInput.Close();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<ReferenceRun>(output, JsonSerializerOptions.Web)! with { Batch = batch }
            : throw new InvalidOperationException("The reference failed: its own words are above.");
    }

    private static string FindReference()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string reference = Path.Combine(folder.FullName, "node-reference");
            if (Directory.Exists(Path.Combine(reference, "node_modules")))
            {
                return reference;
            }
        }

        throw new InvalidOperationException(
            "The Node.js reference is not installed: run `npm ci --ignore-scripts` in tests/BriefingBot.Benchmarks/node-reference first.");
    }

    private sealed record ReferenceRun(double TextsPerSecond, double CpuPerWall, float[] First, int Batch);
}
