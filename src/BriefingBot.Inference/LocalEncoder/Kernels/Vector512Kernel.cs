using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace BriefingBot.Inference.LocalEncoder.Kernels;

/// <summary>Tiles of 12, 8 or 4 rows by 32 columns: 24 of the 32 registers hold sums.</summary>
internal sealed class Vector512Kernel : MatrixKernel
{
    /// <inheritdoc />
    public override SimdWidth Width => SimdWidth.Vector512;

    /// <inheritdoc />
    public override int BlockRows(int rowsLeft) => rowsLeft switch
    {
        <= 4 => 4,
        <= 8 => 8,
        // Two blocks of eight waste nothing where twelve and four would.
        16 => 8,
        _ => 12,
    };

    /// <inheritdoc />
    public override unsafe void Multiply(
        float* packed, int blockRows, int rows, float* panel, int depth, float* bias, float* target, int stride, TileResult result)
    {
        switch (blockRows)
        {
            case 12:
                Multiply12(packed, rows, panel, depth, bias, target, stride, result);
                break;
            case 8:
                Multiply8(packed, rows, panel, depth, bias, target, stride, result);
                break;
            default:
                Multiply4(packed, rows, panel, depth, bias, target, stride, result);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Multiply12(float* packed, int rows, float* panel, int depth, float* bias, float* target, int stride, TileResult result)
    {
        var start0 = bias == null ? Vector512<float>.Zero : Vector512.Load(bias);
        var start1 = bias == null ? Vector512<float>.Zero : Vector512.Load(bias + 16);
        Vector512<float> s0a = start0, s0b = start1;
        Vector512<float> s1a = start0, s1b = start1;
        Vector512<float> s2a = start0, s2b = start1;
        Vector512<float> s3a = start0, s3b = start1;
        Vector512<float> s4a = start0, s4b = start1;
        Vector512<float> s5a = start0, s5b = start1;
        Vector512<float> s6a = start0, s6b = start1;
        Vector512<float> s7a = start0, s7b = start1;
        Vector512<float> s8a = start0, s8b = start1;
        Vector512<float> s9a = start0, s9b = start1;
        Vector512<float> s10a = start0, s10b = start1;
        Vector512<float> s11a = start0, s11b = start1;
        for (float* end = packed + ((nint)depth * 12); packed < end; packed += 12, panel += PanelColumns)
        {
            var a = Vector512.Load(panel);
            var b = Vector512.Load(panel + 16);
            var x0 = Vector512.Create(packed[0]);
            s0a = Vector512.FusedMultiplyAdd(x0, a, s0a);
            s0b = Vector512.FusedMultiplyAdd(x0, b, s0b);
            var x1 = Vector512.Create(packed[1]);
            s1a = Vector512.FusedMultiplyAdd(x1, a, s1a);
            s1b = Vector512.FusedMultiplyAdd(x1, b, s1b);
            var x2 = Vector512.Create(packed[2]);
            s2a = Vector512.FusedMultiplyAdd(x2, a, s2a);
            s2b = Vector512.FusedMultiplyAdd(x2, b, s2b);
            var x3 = Vector512.Create(packed[3]);
            s3a = Vector512.FusedMultiplyAdd(x3, a, s3a);
            s3b = Vector512.FusedMultiplyAdd(x3, b, s3b);
            var x4 = Vector512.Create(packed[4]);
            s4a = Vector512.FusedMultiplyAdd(x4, a, s4a);
            s4b = Vector512.FusedMultiplyAdd(x4, b, s4b);
            var x5 = Vector512.Create(packed[5]);
            s5a = Vector512.FusedMultiplyAdd(x5, a, s5a);
            s5b = Vector512.FusedMultiplyAdd(x5, b, s5b);
            var x6 = Vector512.Create(packed[6]);
            s6a = Vector512.FusedMultiplyAdd(x6, a, s6a);
            s6b = Vector512.FusedMultiplyAdd(x6, b, s6b);
            var x7 = Vector512.Create(packed[7]);
            s7a = Vector512.FusedMultiplyAdd(x7, a, s7a);
            s7b = Vector512.FusedMultiplyAdd(x7, b, s7b);
            var x8 = Vector512.Create(packed[8]);
            s8a = Vector512.FusedMultiplyAdd(x8, a, s8a);
            s8b = Vector512.FusedMultiplyAdd(x8, b, s8b);
            var x9 = Vector512.Create(packed[9]);
            s9a = Vector512.FusedMultiplyAdd(x9, a, s9a);
            s9b = Vector512.FusedMultiplyAdd(x9, b, s9b);
            var x10 = Vector512.Create(packed[10]);
            s10a = Vector512.FusedMultiplyAdd(x10, a, s10a);
            s10b = Vector512.FusedMultiplyAdd(x10, b, s10b);
            var x11 = Vector512.Create(packed[11]);
            s11a = Vector512.FusedMultiplyAdd(x11, a, s11a);
            s11b = Vector512.FusedMultiplyAdd(x11, b, s11b);
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
        if (rows == 6)
        {
            return;
        }

        Finish(s6a, s6b, target + ((nint)stride * 6), result);
        if (rows == 7)
        {
            return;
        }

        Finish(s7a, s7b, target + ((nint)stride * 7), result);
        if (rows == 8)
        {
            return;
        }

        Finish(s8a, s8b, target + ((nint)stride * 8), result);
        if (rows == 9)
        {
            return;
        }

        Finish(s9a, s9b, target + ((nint)stride * 9), result);
        if (rows == 10)
        {
            return;
        }

        Finish(s10a, s10b, target + ((nint)stride * 10), result);
        if (rows == 11)
        {
            return;
        }

        Finish(s11a, s11b, target + ((nint)stride * 11), result);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Multiply8(float* packed, int rows, float* panel, int depth, float* bias, float* target, int stride, TileResult result)
    {
        var start0 = bias == null ? Vector512<float>.Zero : Vector512.Load(bias);
        var start1 = bias == null ? Vector512<float>.Zero : Vector512.Load(bias + 16);
        Vector512<float> s0a = start0, s0b = start1;
        Vector512<float> s1a = start0, s1b = start1;
        Vector512<float> s2a = start0, s2b = start1;
        Vector512<float> s3a = start0, s3b = start1;
        Vector512<float> s4a = start0, s4b = start1;
        Vector512<float> s5a = start0, s5b = start1;
        Vector512<float> s6a = start0, s6b = start1;
        Vector512<float> s7a = start0, s7b = start1;
        for (float* end = packed + ((nint)depth * 8); packed < end; packed += 8, panel += PanelColumns)
        {
            var a = Vector512.Load(panel);
            var b = Vector512.Load(panel + 16);
            var x0 = Vector512.Create(packed[0]);
            s0a = Vector512.FusedMultiplyAdd(x0, a, s0a);
            s0b = Vector512.FusedMultiplyAdd(x0, b, s0b);
            var x1 = Vector512.Create(packed[1]);
            s1a = Vector512.FusedMultiplyAdd(x1, a, s1a);
            s1b = Vector512.FusedMultiplyAdd(x1, b, s1b);
            var x2 = Vector512.Create(packed[2]);
            s2a = Vector512.FusedMultiplyAdd(x2, a, s2a);
            s2b = Vector512.FusedMultiplyAdd(x2, b, s2b);
            var x3 = Vector512.Create(packed[3]);
            s3a = Vector512.FusedMultiplyAdd(x3, a, s3a);
            s3b = Vector512.FusedMultiplyAdd(x3, b, s3b);
            var x4 = Vector512.Create(packed[4]);
            s4a = Vector512.FusedMultiplyAdd(x4, a, s4a);
            s4b = Vector512.FusedMultiplyAdd(x4, b, s4b);
            var x5 = Vector512.Create(packed[5]);
            s5a = Vector512.FusedMultiplyAdd(x5, a, s5a);
            s5b = Vector512.FusedMultiplyAdd(x5, b, s5b);
            var x6 = Vector512.Create(packed[6]);
            s6a = Vector512.FusedMultiplyAdd(x6, a, s6a);
            s6b = Vector512.FusedMultiplyAdd(x6, b, s6b);
            var x7 = Vector512.Create(packed[7]);
            s7a = Vector512.FusedMultiplyAdd(x7, a, s7a);
            s7b = Vector512.FusedMultiplyAdd(x7, b, s7b);
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
        if (rows == 6)
        {
            return;
        }

        Finish(s6a, s6b, target + ((nint)stride * 6), result);
        if (rows == 7)
        {
            return;
        }

        Finish(s7a, s7b, target + ((nint)stride * 7), result);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Multiply4(float* packed, int rows, float* panel, int depth, float* bias, float* target, int stride, TileResult result)
    {
        var start0 = bias == null ? Vector512<float>.Zero : Vector512.Load(bias);
        var start1 = bias == null ? Vector512<float>.Zero : Vector512.Load(bias + 16);
        Vector512<float> s0a = start0, s0b = start1;
        Vector512<float> s1a = start0, s1b = start1;
        Vector512<float> s2a = start0, s2b = start1;
        Vector512<float> s3a = start0, s3b = start1;
        for (float* end = packed + ((nint)depth * 4); packed < end; packed += 4, panel += PanelColumns)
        {
            var a = Vector512.Load(panel);
            var b = Vector512.Load(panel + 16);
            var x0 = Vector512.Create(packed[0]);
            s0a = Vector512.FusedMultiplyAdd(x0, a, s0a);
            s0b = Vector512.FusedMultiplyAdd(x0, b, s0b);
            var x1 = Vector512.Create(packed[1]);
            s1a = Vector512.FusedMultiplyAdd(x1, a, s1a);
            s1b = Vector512.FusedMultiplyAdd(x1, b, s1b);
            var x2 = Vector512.Create(packed[2]);
            s2a = Vector512.FusedMultiplyAdd(x2, a, s2a);
            s2b = Vector512.FusedMultiplyAdd(x2, b, s2b);
            var x3 = Vector512.Create(packed[3]);
            s3a = Vector512.FusedMultiplyAdd(x3, a, s3a);
            s3b = Vector512.FusedMultiplyAdd(x3, b, s3b);
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
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Finish(Vector512<float> a, Vector512<float> b, float* target, TileResult result)
    {
        if (result == TileResult.Add)
        {
            a += Vector512.Load(target);
            b += Vector512.Load(target + 16);
        }
        else if (result == TileResult.StoreRectified)
        {
            a = Vector512.Max(a, Vector512<float>.Zero);
            b = Vector512.Max(b, Vector512<float>.Zero);
        }

        a.Store(target);
        b.Store(target + 16);
    }
}
