using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace BriefingBot.Inference.LocalEncoder.Kernels;

/// <summary>Tiles of 6 rows by 8 columns, four to a panel: 12 registers hold sums, which suits ARM and runs anywhere.</summary>
internal sealed class Vector128Kernel : MatrixKernel
{
    /// <inheritdoc />
    public override SimdWidth Width => SimdWidth.Vector128;

    /// <inheritdoc />
    public override int BlockRows(int rowsLeft) => 6;

    /// <inheritdoc />
    public override unsafe void Multiply(
        float* packed, int blockRows, int rows, float* panel, int depth, float* bias, float* target, int stride, TileResult result)
    {
        for (int column = 0; column < PanelColumns; column += 8)
        {
            Multiply6(packed, rows, panel + column, depth, bias == null ? null : bias + column, target + column, stride, result);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Multiply6(float* packed, int rows, float* panel, int depth, float* bias, float* target, int stride, TileResult result)
    {
        var start0 = bias == null ? Vector128<float>.Zero : Vector128.Load(bias);
        var start1 = bias == null ? Vector128<float>.Zero : Vector128.Load(bias + 4);
        Vector128<float> s0a = start0, s0b = start1;
        Vector128<float> s1a = start0, s1b = start1;
        Vector128<float> s2a = start0, s2b = start1;
        Vector128<float> s3a = start0, s3b = start1;
        Vector128<float> s4a = start0, s4b = start1;
        Vector128<float> s5a = start0, s5b = start1;
        for (float* end = packed + ((nint)depth * 6); packed < end; packed += 6, panel += PanelColumns)
        {
            var a = Vector128.Load(panel);
            var b = Vector128.Load(panel + 4);
            var x0 = Vector128.Create(packed[0]);
            s0a = Vector128.FusedMultiplyAdd(x0, a, s0a);
            s0b = Vector128.FusedMultiplyAdd(x0, b, s0b);
            var x1 = Vector128.Create(packed[1]);
            s1a = Vector128.FusedMultiplyAdd(x1, a, s1a);
            s1b = Vector128.FusedMultiplyAdd(x1, b, s1b);
            var x2 = Vector128.Create(packed[2]);
            s2a = Vector128.FusedMultiplyAdd(x2, a, s2a);
            s2b = Vector128.FusedMultiplyAdd(x2, b, s2b);
            var x3 = Vector128.Create(packed[3]);
            s3a = Vector128.FusedMultiplyAdd(x3, a, s3a);
            s3b = Vector128.FusedMultiplyAdd(x3, b, s3b);
            var x4 = Vector128.Create(packed[4]);
            s4a = Vector128.FusedMultiplyAdd(x4, a, s4a);
            s4b = Vector128.FusedMultiplyAdd(x4, b, s4b);
            var x5 = Vector128.Create(packed[5]);
            s5a = Vector128.FusedMultiplyAdd(x5, a, s5a);
            s5b = Vector128.FusedMultiplyAdd(x5, b, s5b);
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
    private static unsafe void Finish(Vector128<float> a, Vector128<float> b, float* target, TileResult result)
    {
        if (result == TileResult.Add)
        {
            a += Vector128.Load(target);
            b += Vector128.Load(target + 4);
        }
        else if (result == TileResult.StoreRectified)
        {
            a = Vector128.Max(a, Vector128<float>.Zero);
            b = Vector128.Max(b, Vector128<float>.Zero);
        }

        a.Store(target);
        b.Store(target + 4);
    }
}
