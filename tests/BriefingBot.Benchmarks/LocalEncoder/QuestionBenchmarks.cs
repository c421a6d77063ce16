using BenchmarkDotNet.Attributes;
using BriefingBot.Inference.LocalEncoder;

namespace BriefingBot.Benchmarks.LocalEncoder;

/// <summary>One question on one core: cutting it into tokens, and all of it.</summary>
[MemoryDiagnoser]
public class QuestionBenchmarks
{
    private readonly UseLiteEncoder _encoder = UseLiteEncoder.Load(new LocalEncoderOptions());
    private readonly float[] _vector = new float[UseLiteEncoder.Identity.Dimensions];

    [Benchmark]
    public int CountTokens() => _encoder.CountTokens(SampleTexts.Question);

    [Benchmark(Baseline = true)]
    public bool Encode() => _encoder.TryEncode(SampleTexts.Question, _vector);
}
