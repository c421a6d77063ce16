using System.Diagnostics;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Inference.LocalEncoder;
using BriefingBot.Inference.LocalEncoder.Kernels;
using Microsoft.Extensions.AI;

namespace BriefingBot.Inference.Tests.LocalEncoder;

public sealed class UseLiteEncoderTests
{
    private static readonly string[] _texts =
    [
        "",
        .. ReferenceCase.Fixture.Select(static known => known.Text),
        "",
        .. Enumerable.Range(1, 40).Select(static n => string.Join(' ', Enumerable.Repeat("The ministry denied the report on Friday.", n % 13 + 1)) + n),
    ];

    [Theory]
    [InlineData((int)SimdWidth.Vector128)]
    [InlineData((int)SimdWidth.Vector256)]
    [InlineData((int)SimdWidth.Vector512)]
    public async Task A_text_has_the_same_vector_alone_and_among_others(int width)
    {
        UseLiteEncoder encoder = LoadedEncoder.With((SimdWidth)width);
        GeneratedEmbeddings<Embedding<float>> together = await encoder.GenerateAsync(_texts, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(_texts.Length, together.Count);
        for (int i = 0; i < _texts.Length; i++)
        {
            Assert.InRange(LoadedEncoder.Distance(encoder.Encode(_texts[i]), together[i].Vector.Span), 0, 1e-6f);
        }
    }

    [Fact]
    public async Task A_long_text_has_the_same_vector_on_one_core_and_on_all()
    {
        string text = string.Join(' ', Enumerable.Repeat("Lawmakers in Prague voted to delay the budget.", 20));
        Embedding<float> shared = await LoadedEncoder.Best.GenerateAsync(text, cancellationToken: TestContext.Current.CancellationToken);

        Assert.InRange(LoadedEncoder.Distance(LoadedEncoder.Best.Encode(text), shared.Vector.Span), 0, 1e-6f);
    }

    [Fact]
    public async Task Calls_at_the_same_time_do_not_disturb_one_another()
    {
        float[][] expected = [.. _texts.Select(LoadedEncoder.Best.Encode)];
        await Parallel.ForAsync(0, 200, TestContext.Current.CancellationToken, async (round, cancellationToken) =>
        {
            int i = round % _texts.Length;
            Assert.InRange(LoadedEncoder.Distance(expected[i], LoadedEncoder.Best.Encode(_texts[i])), 0, 1e-6f);
            GeneratedEmbeddings<Embedding<float>> two = await LoadedEncoder.Best.GenerateAsync([_texts[i], _texts[^(i + 1)]], cancellationToken: cancellationToken);
            Assert.InRange(LoadedEncoder.Distance(expected[^(i + 1)], two[1].Vector.Span), 0, 1e-6f);
        });
    }

    [Fact]
    public async Task Empty_text_has_an_empty_vector()
    {
        Assert.True((await LoadedEncoder.Best.GenerateAsync("", cancellationToken: TestContext.Current.CancellationToken)).Vector.IsEmpty);
        Assert.Empty(await LoadedEncoder.Best.GenerateAsync([], cancellationToken: TestContext.Current.CancellationToken));
        Assert.All(
            await LoadedEncoder.Best.GenerateAsync(["", ""], cancellationToken: TestContext.Current.CancellationToken),
            static embedding => Assert.True(embedding.Vector.IsEmpty));
    }

    [Fact]
    public async Task Each_vector_has_memory_of_its_own_and_unit_length()
    {
        Embedding<float> first = await LoadedEncoder.Best.GenerateAsync("Rain in Lisbon", cancellationToken: TestContext.Current.CancellationToken);
        float[] before = first.Vector.ToArray();
        await LoadedEncoder.Best.GenerateAsync("Snow in Oslo", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(before, first.Vector.ToArray());
        Assert.Equal(1.0, before.Sum(static x => (double)x * x), 5);
    }

    [Fact]
    public void Encoding_again_allocates_nothing()
    {
        var vector = new float[512];
        string[] texts = ["Who signed the accord?", "Was it \u201Cfinal\u201D\u2026 or not?", string.Join(' ', Enumerable.Repeat("Prices rose again.", 60))];
        // Code that is not optimized yet allocates, and other tests may hold workspaces: one round without any allocation is the proof, and it comes
        // once the compiler, which works beside this thread, is done.
        long least = long.MaxValue;
        for (long started = Stopwatch.GetTimestamp(); least > 0 && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(60);)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            foreach (string text in texts)
            {
                LoadedEncoder.Best.TryEncode(text, vector);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    [Fact]
    public void Tells_its_model_and_dimensions()
    {
        IEmbeddingGenerator<string, Embedding<float>> generator = LoadedEncoder.Best;
        var metadata = (EmbeddingGeneratorMetadata?)generator.GetService(typeof(EmbeddingGeneratorMetadata));

        Assert.Equal("use-lite-en/0.2.0", metadata?.DefaultModelId);
        Assert.Equal(512, metadata?.DefaultModelDimensions);
        Assert.Equal(new EncoderIdentity("use-lite-en/0.2.0", 512), generator.GetService(typeof(EncoderIdentity)));
        Assert.Null(generator.GetService(typeof(string)));
    }

    [Fact]
    public async Task Refuses_other_dimensions() =>
        await Assert.ThrowsAsync<NotSupportedException>(() => LoadedEncoder.Best.GenerateAsync(
            ["text"], new EmbeddingGenerationOptions { Dimensions = 256 }, TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_cancelled_call_encodes_nothing() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LoadedEncoder.Best.GenerateAsync(["a", "b"], cancellationToken: new CancellationToken(true)));

    [Fact]
    public void Counts_tokens_beyond_those_it_reads() =>
        Assert.Equal(201, LoadedEncoder.Best.CountTokens(ReferenceCase.Fixture.Single(static known => known.Tokens.Length == 201).Text));
}
