using BenchmarkDotNet.Attributes;
using BriefingBot.Inference.LocalEncoder;
using Microsoft.Extensions.AI;

namespace BriefingBot.Benchmarks.LocalEncoder;

/// <summary>One passage of 90 words, on one core and on all.</summary>
[MemoryDiagnoser]
public class PassageBenchmarks
{
    private readonly UseLiteEncoder _encoder = UseLiteEncoder.Load(new LocalEncoderOptions());
    private readonly float[] _vector = new float[UseLiteEncoder.Identity.Dimensions];

    [Benchmark(Baseline = true)]
    public bool OneCore() => _encoder.TryEncode(SampleTexts.Passages[0], _vector);

    [Benchmark]
    public Task<Embedding<float>> AllCores() => _encoder.GenerateAsync(SampleTexts.Passages[0]);
}
