using System.Numerics.Tensors;
using BriefingBot.Core.Retrieval.Encoding;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Sqlite;
using Xunit;

namespace BriefingBot.Storage.Tests.Sqlite.Search;

public sealed class VectorSearchTests : IDisposable
{
    private const int Rows = 6000;
    private const int Top = 20;
    private static readonly EncoderIdentity Wide = new("wide/1", 512);
    private readonly SqliteStoreFactory _factory = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _factory.Dispose();

    [Fact]
    public Task Random_vectors_are_found_as_an_exact_search_finds_them() =>
        CheckRecallAsync(static random => Samples.RandomVector(random, 512));

    [Fact]
    public Task Clustered_vectors_are_found_as_an_exact_search_finds_them()
    {
        Random seed = new(5);
        var centres = Enumerable.Range(0, 60).Select(_ => Samples.RandomVector(seed, 512)).ToArray();
        int made = 0;

        // An article keeps to its subject, so the first vectors say little of the others.
        return CheckRecallAsync(random => Mix(centres[made++ / 100 % centres.Length], Samples.RandomVector(random, 512), 0.8f));
    }

    [Fact]
    public Task Vectors_that_share_a_common_direction_are_found_as_an_exact_search_finds_them()
    {
        var common = Samples.RandomVector(new Random(6), 512);
        return CheckRecallAsync(random => Mix(common, Samples.RandomVector(random, 512), 1f));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(384)]
    [InlineData(1536)]
    [InlineData(3072)]
    public Task Vectors_of_any_length_are_found_as_an_exact_search_finds_them(int dimensions) =>
        CheckRecallAsync(random => Samples.RandomVector(random, dimensions), new EncoderIdentity("other/1", dimensions), rows: 3000);

    private static float[] Mix(float[] a, float[] b, float share)
    {
        float[] sum = [.. a.Zip(b, (x, y) => x + (share * y))];
        float length = MathF.Sqrt(sum.Sum(x => x * x));
        return [.. sum.Select(x => x / length)];
    }

    private async Task CheckRecallAsync(Func<Random, float[]> next, EncoderIdentity? other = null, int rows = Rows)
    {
        var encoder = other ?? Wide;
        Random random = new(1);
        List<float[]> vectors = [];
        var store = _factory.Create(encoder);
        await store.OpenAsync(Ct);
        for (int i = 0; i < rows / 100; i++)
        {
            var article = Samples.Article($"a/{i}", "T", [.. Enumerable.Range(1, 99).Select(n => $"p{n}")]);
            await store.SaveAsync(
                Samples.Indexed(
                    article,
                    encoder,
                    vector: _ =>
                    {
                        vectors.Add(next(random));
                        return vectors[^1];
                    }
                ),
                Ct
            );
        }

        await CheckRecallAsync(store, vectors, next, random);
        var reopened = _factory.Create(encoder);
        await reopened.OpenAsync(Ct);
        await CheckRecallAsync(reopened, vectors, next, random);
    }

    private static async Task CheckRecallAsync(SqliteCoverageStore store, List<float[]> vectors, Func<Random, float[]> next, Random random)
    {
        int found = 0;
        const int Queries = 25;
        for (int i = 0; i < Queries; i++)
        {
            var query = next(random);
            double[] exact = [.. vectors.Select(v => (double)TensorPrimitives.Dot<float>(v, query))];
            double last = exact.OrderDescending().ElementAt(Top - 1);
            var hits = await store.SearchVectorsAsync(query, CoverageFilter.None, Top, Ct);
            Assert.Equal(Top, hits.Count);

            // One byte a dimension cannot tell closer ones apart.
            found += hits.Count(h => exact[h.Key - 1] > last - 0.002);
            Assert.All(hits, h => Assert.Equal(exact[h.Key - 1], h.Score, 0.006));
        }

        TestContext.Current.SendDiagnosticMessage($"recall {found / (double)(Queries * Top):f4}");
        Assert.True(found >= 0.985 * Queries * Top, $"Recall@{Top} is {found / (double)(Queries * Top):f4}.");
    }
}
