using System.Numerics.Tensors;
using System.Runtime.Intrinsics.X86;
using BriefingBot.Storage.Search.Vectors;
using Xunit;

namespace BriefingBot.Storage.Tests.Search;

public sealed class SignQueryTests
{
    private const int Rows = 200;

    [Theory]
    [InlineData(64)]
    [InlineData(100)]
    [InlineData(384)]
    [InlineData(3072)]
    public void Every_width_of_vectors_measures_the_same_distances(int dimensions)
    {
        var (query, blocks, _, _) = Make(dimensions);
        for (int block = 0; block < blocks.Count; block++)
        {
            var (narrow, wide, widest) = (new ushort[SignBlocks.Rows], new ushort[SignBlocks.Rows], new ushort[SignBlocks.Rows]);
            query.Measure128(blocks[block], narrow);
            Assert.NotEqual(0, narrow.Sum(distance => distance));
            if (Avx2.IsSupported)
            {
                query.Measure256(blocks[block], wide);
                Assert.Equal(narrow, wide);
            }

            if (Avx512BW.IsSupported)
            {
                query.Measure512(blocks[block], widest);
                Assert.Equal(narrow, widest);
            }
        }
    }

    [Theory]
    [InlineData(384)]
    [InlineData(3072)]
    public void A_row_that_has_the_vectors_own_signs_is_nearer_than_any_other(int dimensions)
    {
        var (query, blocks, signs, vector) = Make(dimensions);
        blocks.Set(77, Bits(vector));
        var distances = new ushort[blocks.Count * SignBlocks.Rows];
        for (int block = 0; block < blocks.Count; block++)
        {
            query.Measure(blocks[block], distances.AsSpan(block * SignBlocks.Rows, SignBlocks.Rows));
        }

        Assert.Equal(0, distances[77]);
        Assert.All(Enumerable.Range(0, signs.Count).Where(row => row != 77), row => Assert.True(distances[row] > 0));
    }

    [Fact]
    public void Distances_keep_the_order_of_what_is_lost_to_the_signs()
    {
        var (query, blocks, signs, vector) = Make(384);
        var distances = new ushort[blocks.Count * SignBlocks.Rows];
        for (int block = 0; block < blocks.Count; block++)
        {
            query.Measure(blocks[block], distances.AsSpan(block * SignBlocks.Rows, SignBlocks.Rows));
        }

        double[] exact = [.. signs.Select(row => (double)TensorPrimitives.Dot<float>(row, vector))];
        double[] measured = [.. distances.Take(signs.Count).Select(distance => -(double)distance)];

        Assert.True(Correlation(exact, measured) > 0.99);
    }

    private static (SignQuery Query, SignBlocks Blocks, List<float[]> Signs, float[] Vector) Make(int dimensions)
    {
        Random random = new(3);
        var vector = Samples.RandomVector(random, dimensions);
        SignBlocks blocks = new(Rows, dimensions);
        List<float[]> signs = [];
        for (int row = 0; row < Rows; row++)
        {
            float[] one = [.. Samples.RandomVector(random, dimensions).Select(x => x < 0 ? -1f : 1f)];
            signs.Add(one);
            blocks.Set(row, Bits(one));
        }

        return (new SignQuery(vector, new VectorCentre(new float[dimensions])), blocks, signs, vector);
    }

    private static ulong[] Bits(float[] row)
    {
        var bits = new ulong[(row.Length + 63) / 64];
        for (int i = 0; i < row.Length; i++)
        {
            bits[i / 64] |= row[i] < 0 ? 1UL << (i % 64) : 0;
        }

        return bits;
    }

    private static double Correlation(double[] a, double[] b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        double both = a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum();
        return both / Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(y => (y - meanB) * (y - meanB)));
    }
}
