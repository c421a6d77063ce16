using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace BriefingBot.Storage.Search.Vectors;

/// <summary>
/// Vectors with one signed byte a dimension: code = round(x * 127 / max |x|). The error of a cosine is below 0.005 at 512 dimensions.
/// </summary>
internal static class QuantizedVector
{
    /// <summary>Makes the codes.</summary>
    /// <returns>What a code is to be multiplied by so that the codes have unit length; 0 for a vector without direction.</returns>
    public static float Quantize(ReadOnlySpan<float> vector, Span<sbyte> codes)
    {
        float largest = vector.IsEmpty ? 0 : MathF.Abs(TensorPrimitives.MaxMagnitude(vector));
        if (largest == 0 || !float.IsFinite(largest))
        {
            codes.Clear();
            return 0;
        }

        float factor = 127f / largest;
        long squares = 0;
        for (int i = 0; i < vector.Length; i++)
        {
            int code = (int)MathF.Round(vector[i] * factor);
            codes[i] = (sbyte)code;
            squares += code * code;
        }

        return (float)(1 / Math.Sqrt(squares));
    }

    /// <summary>The dot product of a vector and codes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Dot(ReadOnlySpan<float> vector, ReadOnlySpan<sbyte> codes)
    {
        int width = Vector<float>.Count;
        int block = Vector<sbyte>.Count;
        var sum0 = Vector<float>.Zero;
        var sum1 = Vector<float>.Zero;
        int i = 0;
        for (; i + block <= codes.Length; i += block)
        {
            Vector.Widen(new Vector<sbyte>(codes[i..]), out var low, out var high);
            Vector.Widen(low, out var a, out var b);
            Vector.Widen(high, out var c, out var d);
            var x = vector[i..];
            sum0 += Vector.ConvertToSingle(a) * new Vector<float>(x);
            sum1 += Vector.ConvertToSingle(b) * new Vector<float>(x[width..]);
            sum0 += Vector.ConvertToSingle(c) * new Vector<float>(x[(2 * width)..]);
            sum1 += Vector.ConvertToSingle(d) * new Vector<float>(x[(3 * width)..]);
        }

        float sum = Vector.Sum(sum0 + sum1);
        for (; i < codes.Length; i++)
        {
            sum += vector[i] * codes[i];
        }

        return sum;
    }

    /// <summary>The squared length of what a vector has beside the centre, by the sum of its magnitudes.</summary>
    /// <param name="codes">The vector's codes.</param>
    /// <param name="scale">What makes them the vector.</param>
    /// <param name="centre">The same length.</param>
    public static float Spread(ReadOnlySpan<sbyte> codes, float scale, ReadOnlySpan<float> centre)
    {
        Span<float> rest = stackalloc float[codes.Length];
        TensorPrimitives.ConvertTruncating(codes, rest);
        TensorPrimitives.Multiply(rest, scale, rest);
        TensorPrimitives.Subtract(rest, centre, rest);
        return TensorPrimitives.SumOfSquares<float>(rest) / Math.Max(TensorPrimitives.SumOfMagnitudes<float>(rest), float.Epsilon);
    }

    /// <summary>One bit a dimension, set where the vector lies below the centre.</summary>
    /// <param name="codes">The vector's codes.</param>
    /// <param name="scale">What makes them the vector.</param>
    /// <param name="centre">The same length.</param>
    /// <param name="signs">A bit for each.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void WriteSigns(ReadOnlySpan<sbyte> codes, float scale, ReadOnlySpan<float> centre, Span<ulong> signs)
    {
        signs.Clear();
        int width = Vector128<sbyte>.Count;
        var factor = Vector512.Create(scale);
        int i = 0;
        for (; i + width <= codes.Length; i += width)
        {
            var (shortLow, shortHigh) = Vector128.Widen(Vector128.Create(codes.Slice(i, width)));
            var (low, high) = Vector256.Widen(Vector256.Create(shortLow, shortHigh));
            var below = Vector512.LessThan(
                Vector512.ConvertToSingle(Vector512.Create(low, high)) * factor,
                Vector512.Create(centre.Slice(i, width))
            );
            signs[i / 64] |= below.ExtractMostSignificantBits() << (i % 64);
        }

        for (; i < codes.Length; i++)
        {
            signs[i / 64] |= codes[i] * scale < centre[i] ? 1UL << (i % 64) : 0;
        }
    }
}
