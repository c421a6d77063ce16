using System.Numerics;
using System.Runtime.CompilerServices;

namespace BriefingBot.Inference.LocalEncoder.Kernels;

/// <summary>The element-wise steps between matrix products. Lengths are multiples of 32 unless said otherwise.</summary>
internal static unsafe class RowOperations
{
    private const float NormalizationEpsilon = 1e-6f;

    /// <summary>Layer normalization of one row: (x - mean) / sqrt(variance + 1e-6) * scale + bias, the variance being the biased one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Normalize(float* row, int length, float* scale, float* bias, float* target)
    {
        var sums = Vector<float>.Zero;
        for (int i = 0; i < length; i += Vector<float>.Count)
        {
            sums += Vector.Load(row + i);
        }

        float mean = Vector.Sum(sums) / length;
        var means = new Vector<float>(mean);
        var squares = Vector<float>.Zero;
        for (int i = 0; i < length; i += Vector<float>.Count)
        {
            Vector<float> difference = Vector.Load(row + i) - means;
            squares = Vector.FusedMultiplyAdd(difference, difference, squares);
        }

        var factor = new Vector<float>(1f / MathF.Sqrt((Vector.Sum(squares) / length) + NormalizationEpsilon));
        for (int i = 0; i < length; i += Vector<float>.Count)
        {
            Vector<float> normalized = (Vector.Load(row + i) - means) * factor;
            Vector.FusedMultiplyAdd(normalized, Vector.Load(scale + i), Vector.Load(bias + i)).Store(target + i);
        }
    }

    /// <summary>
    /// Softmax of <paramref name="factor"/> times the row, in place. <paramref name="length"/> may be any; the row has room up to the next multiple of 32,
    /// and what stands there is lost.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Softmax(float* row, int length, float factor)
    {
        int padded = (length + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        for (int i = length; i < padded; i++)
        {
            row[i] = float.NegativeInfinity;
        }

        Vector<float> greatest = Vector.Load(row);
        for (int i = Vector<float>.Count; i < padded; i += Vector<float>.Count)
        {
            greatest = Vector.Max(greatest, Vector.Load(row + i));
        }

        float maximum = greatest[0];
        for (int i = 1; i < Vector<float>.Count; i++)
        {
            maximum = MathF.Max(maximum, greatest[i]);
        }

        var maxima = new Vector<float>(maximum);
        var sums = Vector<float>.Zero;
        for (int i = 0; i < padded; i += Vector<float>.Count)
        {
            Vector<float> power = ExponentialOfNegative((Vector.Load(row + i) - maxima) * factor);
            power.Store(row + i);
            sums += power;
        }

        var inverse = new Vector<float>(1f / Vector.Sum(sums));
        for (int i = 0; i < padded; i += Vector<float>.Count)
        {
            (Vector.Load(row + i) * inverse).Store(row + i);
        }
    }

    /// <summary>e to the power of numbers that are 0 or less, to about 2 units in the last place; below -87 it gives about 1e-38.</summary>
    /// <remarks>Cody-Waite reduction to |r| at most ln(2)/2 and the Taylor polynomial of degree 7 in r.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> ExponentialOfNegative(Vector<float> x)
    {
        x = Vector.Max(x, new Vector<float>(-87f));
        Vector<float> n = Vector.Round(x * 1.44269504f);
        Vector<float> r = Vector.FusedMultiplyAdd(n, new Vector<float>(-0.693145752f), x);
        r = Vector.FusedMultiplyAdd(n, new Vector<float>(-1.42860677e-6f), r);
        var p = new Vector<float>(1f / 5040);
        p = Vector.FusedMultiplyAdd(p, r, new Vector<float>(1f / 720));
        p = Vector.FusedMultiplyAdd(p, r, new Vector<float>(1f / 120));
        p = Vector.FusedMultiplyAdd(p, r, new Vector<float>(1f / 24));
        p = Vector.FusedMultiplyAdd(p, r, new Vector<float>(1f / 6));
        p = Vector.FusedMultiplyAdd(p, r, new Vector<float>(0.5f));
        p = Vector.FusedMultiplyAdd(p, r, Vector<float>.One);
        p = Vector.FusedMultiplyAdd(p, r, Vector<float>.One);
        Vector<int> exponent = Vector.ConvertToInt32(n) + new Vector<int>(127);
        return p * Vector.AsVectorSingle(Vector.ShiftLeft(exponent, 23));
    }

    /// <summary>The mean of the rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Mean(float* rows, int count, int length, float* target)
    {
        float factor = 1f / Math.Max(count, 1);
        for (int i = 0; i < length; i += Vector<float>.Count)
        {
            var sum = Vector<float>.Zero;
            for (int row = 0; row < count; row++)
            {
                sum += Vector.Load(rows + ((nint)row * length) + i);
            }

            (sum * factor).Store(target + i);
        }
    }

    /// <summary>2 * embedding + timing, element by element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Embed(float* embedding, float* timing, int length, float* target)
    {
        var two = new Vector<float>(2f);
        for (int i = 0; i < length; i += Vector<float>.Count)
        {
            Vector.FusedMultiplyAdd(Vector.Load(embedding + i), two, Vector.Load(timing + i)).Store(target + i);
        }
    }
}
