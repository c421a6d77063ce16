using BriefingBot.Inference.LocalEncoder.Kernels;

namespace BriefingBot.Inference.Tests.LocalEncoder;

public sealed unsafe class KernelTests
{
    [Theory]
    [InlineData((int)SimdWidth.Vector128)]
    [InlineData((int)SimdWidth.Vector256)]
    [InlineData((int)SimdWidth.Vector512)]
    public void Products_of_any_number_of_rows_and_any_depth_are_what_arithmetic_says(int width)
    {
        LoadedEncoder.With((SimdWidth)width);
        MatrixKernel kernel = MatrixKernel.For((SimdWidth)width);
        foreach (int rows in Enumerable.Range(1, 27))
        {
            foreach (int depth in new[] { 1, 3, 64, 127, 515 })
            {
                CheckProduct(kernel, rows, depth, columns: 64);
            }
        }
    }

    [Fact]
    public void Softmax_is_what_arithmetic_says_whatever_the_length()
    {
        var random = new Random(7);
        for (int length = 1; length <= 128; length++)
        {
            var row = new AlignedBuffer(128);
            float[] values = [.. Enumerable.Range(0, length).Select(_ => (random.NextSingle() - 0.5f) * 200)];
            values.CopyTo(row.Slice(0, length));
            RowOperations.Softmax(row.Pointer, length, 0.125f);

            double greatest = values.Max();
            double sum = values.Sum(value => Math.Exp((value - greatest) * 0.125));
            Assert.All(values, (value, i) => Assert.Equal(Math.Exp((value - greatest) * 0.125) / sum, row.Slice(i, 1)[0], 1e-6));
        }
    }

    [Fact]
    public void Normalized_rows_have_the_mean_and_deviation_that_were_asked_for()
    {
        AlignedBuffer row = Random(512, seed: 3);
        var scale = new AlignedBuffer(512);
        var bias = new AlignedBuffer(512);
        var target = new AlignedBuffer(512);
        scale.Slice(0, 512).Fill(2);
        bias.Slice(0, 512).Fill(5);
        RowOperations.Normalize(row.Pointer, 512, scale.Pointer, bias.Pointer, target.Pointer);

        float[] normalized = target.Slice(0, 512).ToArray();
        double mean = normalized.Average(static x => (double)x);
        Assert.Equal(5, mean, 1e-4);
        Assert.Equal(2, Math.Sqrt(normalized.Average(x => (x - mean) * (x - mean))), 1e-3);
    }

    private static void CheckProduct(MatrixKernel kernel, int rows, int depth, int columns)
    {
        AlignedBuffer left = Random(rows * depth, seed: rows);
        AlignedBuffer right = Random(depth * columns, seed: depth);
        AlignedBuffer bias = Random(columns, seed: 5);
        AlignedBuffer target = Random((rows + 1) * columns, seed: 6);
        float[] before = target.Slice(0, target.Length).ToArray();
        var packed = new AlignedBuffer(Packing.PackedLength(rows, depth));
        var panels = new AlignedBuffer(depth * columns);
        Packing.PackRows(kernel, left.Pointer, depth, rows, depth, packed.Pointer);
        Packing.PackPanels(right.Pointer, columns, depth, columns, panels.Pointer);

        foreach (TileResult result in Enum.GetValues<TileResult>())
        {
            before.CopyTo(target.Slice(0, target.Length));
            MatrixProduct.Multiply(
                kernel, packed.Pointer, rows, depth, panels.Pointer, 0, columns / MatrixKernel.PanelColumns, bias.Pointer, target.Pointer, columns, result);
            for (int i = 0; i < before.Length; i++)
            {
                float expected = i >= rows * columns ? before[i] : Expected(left, right, bias, i / columns, i % columns, depth, columns, result, before[i]);
                Assert.Equal(expected, target.Slice(i, 1)[0], 1e-4f);
            }
        }
    }

    private static float Expected(
        AlignedBuffer left, AlignedBuffer right, AlignedBuffer bias, int row, int column, int depth, int columns, TileResult result, float before)
    {
        double sum = bias.Slice(column, 1)[0];
        for (int k = 0; k < depth; k++)
        {
            sum += (double)left.Pointer[(row * depth) + k] * right.Pointer[(k * columns) + column];
        }

        return (float)(result switch
        {
            TileResult.Add => before + sum,
            TileResult.StoreRectified => Math.Max(sum, 0),
            _ => sum,
        });
    }

    private static AlignedBuffer Random(int length, int seed)
    {
        var random = new Random(seed);
        var buffer = new AlignedBuffer(length);
        foreach (ref float element in buffer.Slice(0, length))
        {
            element = random.NextSingle() - 0.5f;
        }

        return buffer;
    }
}
