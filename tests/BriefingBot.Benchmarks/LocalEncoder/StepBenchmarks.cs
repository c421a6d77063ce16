using BenchmarkDotNet.Attributes;
using BriefingBot.Inference.LocalEncoder.Kernels;

namespace BriefingBot.Benchmarks.LocalEncoder;

/// <summary>The steps between the products, on 128 rows.</summary>
public unsafe class StepBenchmarks
{
    private const int Rows = 128;
    private const int Width = 512;

    private readonly AlignedBuffer _rows = new(Rows * Width);
    private readonly AlignedBuffer _scale = new(Width);
    private readonly AlignedBuffer _target = new(Packing.PackedLength(Rows, Width));

    [Benchmark]
    public void Normalize()
    {
        for (int row = 0; row < Rows; row++)
        {
            RowOperations.Normalize(_rows.Pointer + (row * Width), Width, _scale.Pointer, _scale.Pointer, _target.Pointer + (row * Width));
        }
    }

    [Benchmark]
    public void SoftmaxOf128()
    {
        for (int row = 0; row < Rows; row++)
        {
            RowOperations.Softmax(_target.Pointer + (row * Rows), Rows, 0.125f);
        }
    }

    [Benchmark]
    public void PackRows() => Packing.PackRows(MatrixKernel.Best, _rows.Pointer, Width, Rows, Width, _target.Pointer);

    [Benchmark]
    public void PackTransposedPanels() => Packing.PackTransposedPanels(_rows.Pointer, Width, Rows, Rows, _target.Pointer);
}
