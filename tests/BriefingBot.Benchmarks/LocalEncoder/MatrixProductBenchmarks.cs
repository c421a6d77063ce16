using BenchmarkDotNet.Attributes;
using BriefingBot.Inference.LocalEncoder.Kernels;

namespace BriefingBot.Benchmarks.LocalEncoder;

/// <summary>The product that takes most of the encoder's time, [rows, 512] x [512, 1536], with each kernel; the portable kernel is the baseline.</summary>
public unsafe class MatrixProductBenchmarks
{
    private const int Depth = 512;
    private const int Columns = 1536;

    private readonly AlignedBuffer _rows = Random(132 * Depth);
    private readonly AlignedBuffer _panels = Random(Depth * Columns);
    private readonly AlignedBuffer _packed = new(Packing.PackedLength(132, Depth));
    private readonly AlignedBuffer _target = new(132 * Columns);

    /// <summary>Tokens at once.</summary>
    [Params(16, 128)]
    public int Rows { get; set; }

    [Benchmark(Baseline = true)]
    public void Portable128() => Multiply(SimdWidth.Vector128);

    [Benchmark]
    public void Vector256() => Multiply(SimdWidth.Vector256);

    [Benchmark]
    public void Vector512() => Multiply(SimdWidth.Vector512);

    private void Multiply(SimdWidth width)
    {
        MatrixKernel kernel = MatrixKernel.For(width);
        Packing.PackRows(kernel, _rows.Pointer, Depth, Rows, Depth, _packed.Pointer);
        MatrixProduct.Multiply(
            kernel, _packed.Pointer, Rows, Depth, _panels.Pointer, 0, Columns / MatrixKernel.PanelColumns, null, _target.Pointer, Columns, TileResult.Store);
    }

    private static AlignedBuffer Random(int length)
    {
        var random = new Random(1);
        var buffer = new AlignedBuffer(length);
        foreach (ref float element in buffer.Slice(0, length))
        {
            element = random.NextSingle() - 0.5f;
        }

        return buffer;
    }
}
