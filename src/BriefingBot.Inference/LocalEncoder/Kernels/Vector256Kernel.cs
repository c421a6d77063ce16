using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace BriefingBot.Inference.LocalEncoder.Kernels;

/// <summary>Tiles of 6 rows by 16 columns, two to a panel: 12 of the 16 registers hold sums.</summary>
internal sealed class Vector256Kernel : MatrixKernel
{
    /// <inheritdoc />
    public override SimdWidth Width => SimdWidth.Vector256;

    /// <inheritdoc />
    public override int BlockRows(int rowsLeft) => 6;

    /// <inheritdoc />
    public override unsafe void Multiply(
        float* packed, int blockRows, int rows, float* panel, int depth, float* bias, float* target, int stride, TileResult result)
    {
        for (int column = 0; column < PanelColumns; column += 16)
        {
            Multiply6(packed, rows, panel + column, depth, bias == null ? null : bias + column, target + column, stride, result);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Multiply6(float* packed, int rows, float* panel, int depth, float* bias, float* target, int stride, TileResult result)
    {
        var start0 = bias == null ? Vector256<float>.Zero : Vector256.Load(bias);
        var start1 = bias == null ? Vector256<float>.Zero : Vector256.Load(bias + 8);
        Vector256<float> s0a = start0, s0b = start1;
        Vector256<float> s1a = start0, s1b = start1;
        Vector256<float> s2a = start0, s2b = start1;
        Vector256<float> s3a = start0, s3b = start1;
        Vector256<float> s4a = start0, s4b = start1;
        Vector256<float> s5a = start0, s5b = start1;
        for (float* end = packed + ((nint)depth * 6); packed < end; packed += 6, panel += PanelColumns)
        {
            var a = Vector256.Load(panel);
            var b = Vector256.Load(panel + 8);
            var x0 = Vector256.Create(packed[0]);
            s0a = Vector256.FusedMultiplyAdd(x0, a, s0a);
            s0b = Vector256.FusedMultiplyAdd(x0, b, s0b);
            var x1 = Vector256.Create(packed[1]);
            s1a = Vector256.FusedMultiplyAdd(x1, a, s1a);
            s1b = Vector256.FusedMultiplyAdd(x1, b, s1b);
            var x2 = Vector256.Create(packed[2]);
            s2a = Vector256.FusedMultiplyAdd(x2, a, s2a);
            s2b = Vector256.FusedMultiplyAdd(x2, b, s2b);
            var x3 = Vector256.Create(packed[3]);
            s3a = Vector256.FusedMultiplyAdd(x3, a, s3a);
            s3b = Vector256.FusedMultiplyAdd(x3, b, s3b);
            var x4 = Vector256.Create(packed[4]);
            s4a = Vector256.FusedMultiplyAdd(x4, a, s4a);
            s4b = Vector256.FusedMultiplyAdd(x4, b, s4b);
            var x5 = Vector256.Create(packed[5]);
            s5a = Vector256.FusedMultiplyAdd(x5, a, s5a);
            s5b = Vector256.FusedMultiplyAdd(x5, b, s5b);
        }

        Finish(s0a, s0b, target, result);
        if (rows == 1)
        {
            return;
        }

        Finish(s1a, s1b, target + ((nint)stride * 1), result);
        if (rows == 2)
        {
            return;
        }

        Finish(s2a, s2b, target + ((nint)stride * 2), result);
        if (rows == 3)
        {
            return;
        }

        Finish(s3a, s3b, target + ((nint)stride * 3), result);
        if (rows == 4)
        {
            return;
        }

        Finish(s4a, s4b, target + ((nint)stride * 4), result);
        if (rows == 5)
        {
            return;
        }

        Finish(s5a, s5b, target + ((nint)stride * 5), result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Finish(Vector256<float> a, Vector256<float> b, float* target, TileResult result)
    {
        if (result == TileResult.Add)
        {
            a += Vector256.Load(target);
            b += Vector256.Load(target + 8);
        }
        else if (result == TileResult.StoreRectified)
        {
            a = Vector256.Max(a, Vector256<float>.Zero);
            b = Vector256.Max(b, Vector256<float>.Zero);
        }

        a.Store(target);
        b.Store(target + 8);
    }
}
