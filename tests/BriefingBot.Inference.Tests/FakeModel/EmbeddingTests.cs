using System.ClientModel;
using System.Net.Http.Json;
using System.Numerics.Tensors;
using System.Text.Json;
using BriefingBot.TestServers.Models;
using OpenAI.Embeddings;

namespace BriefingBot.Inference.Tests.FakeModelTests;

public sealed class EmbeddingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_official_client_gets_one_vector_a_text_in_order()
    {
        await using FakeModel model = await FakeModel.StartAsync(cancellationToken: Cancel);
        EmbeddingClient client = OpenAiClients.Create(model).GetEmbeddingClient("e");
        string[] texts = ["a ferry to the island", "the ferries to that island", "grain prices fell"];
        OpenAIEmbeddingCollection vectors = await client.GenerateEmbeddingsAsync(texts, cancellationToken: Cancel);
        float[][] read = [.. vectors.Select(static vector => vector.ToFloats().ToArray())];
        Assert.All(read, static vector => Assert.Equal(1, TensorPrimitives.Norm<float>(vector), 3));
        Assert.True(TensorPrimitives.CosineSimilarity<float>(read[0], read[1]) > 0.9);
        Assert.True(TensorPrimitives.CosineSimilarity<float>(read[0], read[2]) < 0.3);
        Assert.True(vectors.Usage.InputTokenCount > 0);
        Assert.Equal(3, model.Record.Counters.EmbeddedTexts);
        OpenAIEmbedding alone = await client.GenerateEmbeddingAsync(texts[2], cancellationToken: Cancel);
        Assert.Equal(read[2], alone.ToFloats().ToArray());
    }

    [Fact]
    public async Task Dimensions_are_kept_and_too_many_refused()
    {
        await using FakeModel model = await FakeModel.StartAsync(cancellationToken: Cancel);
        EmbeddingClient client = OpenAiClients.Create(model).GetEmbeddingClient("e");
        OpenAIEmbedding vector = await client.GenerateEmbeddingAsync("ferry", new EmbeddingGenerationOptions { Dimensions = 64 }, Cancel);
        Assert.Equal(64, vector.ToFloats().Length);
        ClientResultException error = await Assert.ThrowsAsync<ClientResultException>(() =>
            client.GenerateEmbeddingAsync("ferry", new EmbeddingGenerationOptions { Dimensions = 4096 }, Cancel)
        );
        Assert.Equal(400, error.Status);
    }

    [Fact]
    public async Task Floats_and_base64_are_the_same_numbers()
    {
        await using FakeModel model = await FakeModel.StartAsync(cancellationToken: Cancel);
        using HttpClient http = new() { BaseAddress = model.BaseAddress };
        float[] floats = (await PostAsync(http, "float")).EnumerateArray().Select(static number => number.GetSingle()).ToArray();
        byte[] bytes = (await PostAsync(http, "base64")).GetBytesFromBase64();
        Assert.Equal(floats, System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(bytes).ToArray());
    }

    private static async Task<JsonElement> PostAsync(HttpClient http, string format)
    {
        HttpResponseMessage response = await http.PostAsJsonAsync(
            "v1/embeddings",
            new
            {
                model = "e",
                input = "a ferry",
                encoding_format = format,
            },
            Cancel
        );
        JsonElement body = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancel);
        return body.GetProperty("data")[0].GetProperty("embedding");
    }
}
