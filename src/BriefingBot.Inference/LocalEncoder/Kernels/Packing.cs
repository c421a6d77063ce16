using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace BriefingBot.Inference.LocalEncoder.Kernels;

/// <summary>Brings matrices into the orders that the kernels read.</summary>
internal static unsafe class Packing
{
    /// <summary>How many elements <see cref="PackRows"/> writes at most.</summary>
    public static int PackedLength(int rows, int depth) => (rows + MatrixKernel.MaximumBlockRows) * depth;

    /// <summary>
    /// Packs [rows, depth] into blocks of [depth, blockRows]; the block that starts at row r starts at element r * depth. Rows that only pad a block are
    /// zeros.
    /// </summary>
    public static void PackRows(MatrixKernel kernel, float* source, int stride, int rows, int depth, float* target)
    {
        for (int row = 0; row < rows;)
        {
            int blockRows = kernel.BlockRows(rows - row);
            PackBlock(source + ((nint)row * stride), stride, Math.Min(blockRows, rows - row), blockRows, depth, target + ((nint)row * depth));
            row += blockRows;
        }
    }

    /// <summary>Packs [depth, columns] into panels of [depth, 32]; columns beyond the last are zeros.</summary>
    public static void PackPanels(float* source, int stride, int depth, int columns, float* target)
    {
        for (int column = 0; column < columns; column += MatrixKernel.PanelColumns)
        {
            int width = Math.Min(MatrixKernel.PanelColumns, columns - column);
            for (int k = 0; k < depth; k++)
            {
                var line = new Span<float>(target, MatrixKernel.PanelColumns);
                new ReadOnlySpan<float>(source + ((nint)k * stride) + column, width).CopyTo(line);
                line[width..].Clear();
                target += MatrixKernel.PanelColumns;
            }
        }
    }

    /// <summary>Packs the transpose of [columns, depth] into panels of [depth, 32]; columns beyond the last are zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackTransposedPanels(float* source, int stride, int depth, int columns, float* target)
    {
        for (int column = 0; column < columns; column += MatrixKernel.PanelColumns)
        {
            int width = Math.Min(MatrixKernel.PanelColumns, columns - column);
            PackBlock(source + ((nint)column * stride), stride, width, MatrixKernel.PanelColumns, depth, target);
            target += (nint)depth * MatrixKernel.PanelColumns;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackBlock(float* source, int stride, int rows, int blockRows, int depth, float* target)
    {
        int row = 0;
        if (Sse2.IsSupported || AdvSimd.Arm64.IsSupported)
        {
            for (; row + 4 <= rows; row += 4)
            {
                PackFourRows(source + ((nint)row * stride), stride, blockRows, depth, target + row);
            }
        }

        for (; row < rows; row++)
        {
            float* from = source + ((nint)row * stride);
            float* to = target + row;
            for (int k = 0; k < depth; k++, to += blockRows)
            {
                *to = from[k];
            }
        }

        for (; row < blockRows; row++)
        {
            float* to = target + row;
            for (int k = 0; k < depth; k++, to += blockRows)
            {
                *to = 0;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackFourRows(float* source, int stride, int blockRows, int depth, float* target)
    {
        float* first = source;
        float* second = first + stride;
        float* third = second + stride;
        float* fourth = third + stride;
        int k = 0;
        for (; k + 4 <= depth; k += 4)
        {
            var a = Vector128.Load(first + k);
            var b = Vector128.Load(second + k);
            var c = Vector128.Load(third + k);
            var d = Vector128.Load(fourth + k);
            Vector128<double> lowAb = InterleaveLow(a, b).AsDouble();
            Vector128<double> lowCd = InterleaveLow(c, d).AsDouble();
            Vector128<double> highAb = InterleaveHigh(a, b).AsDouble();
            Vector128<double> highCd = InterleaveHigh(c, d).AsDouble();
            InterleaveLow(lowAb, lowCd).AsSingle().Store(target);
            InterleaveHigh(lowAb, lowCd).AsSingle().Store(target + blockRows);
            InterleaveLow(highAb, highCd).AsSingle().Store(target + (2 * blockRows));
            InterleaveHigh(highAb, highCd).AsSingle().Store(target + (3 * blockRows));
            target += 4 * (nint)blockRows;
        }

        for (; k < depth; k++, target += blockRows)
        {
            Vector128.Create(first[k], second[k], third[k], fourth[k]).Store(target);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> InterleaveLow(Vector128<float> left, Vector128<float> right) =>
        Sse2.IsSupported ? Sse.UnpackLow(left, right) : AdvSimd.Arm64.ZipLow(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> InterleaveHigh(Vector128<float> left, Vector128<float> right) =>
        Sse2.IsSupported ? Sse.UnpackHigh(left, right) : AdvSimd.Arm64.ZipHigh(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> InterleaveLow(Vector128<double> left, Vector128<double> right) =>
        Sse2.IsSupported ? Sse2.UnpackLow(left, right) : AdvSimd.Arm64.ZipLow(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> InterleaveHigh(Vector128<double> left, Vector128<double> right) =>
        Sse2.IsSupported ? Sse2.UnpackHigh(left, right) : AdvSimd.Arm64.ZipHigh(left, right);
}
