using System.Runtime.Intrinsics;
using BriefingBot.Inference.LocalEncoder;
using BriefingBot.Inference.LocalEncoder.Kernels;

namespace BriefingBot.Inference.Tests.LocalEncoder;

/// <summary>The encoder with each of its kernels, loaded once for all tests.</summary>
internal static class LoadedEncoder
{
    private static readonly Lazy<UseLiteEncoder>[] _encoders = [.. Enum.GetValues<SimdWidth>().Select(
        static width => new Lazy<UseLiteEncoder>(() => UseLiteEncoder.Load(new LocalEncoderOptions(), MatrixKernel.For(width))))];

    private static readonly Lazy<UseLiteEncoder> _best = new(static () => UseLiteEncoder.Load(new LocalEncoderOptions()));

    /// <summary>As the product loads it.</summary>
    public static UseLiteEncoder Best => _best.Value;

    /// <summary>With a kernel of the given width; the test is skipped when this machine lacks it.</summary>
    public static UseLiteEncoder With(SimdWidth width)
    {
        bool supported = width switch
        {
            SimdWidth.Vector512 => Vector512.IsHardwareAccelerated,
            SimdWidth.Vector256 => Vector256.IsHardwareAccelerated,
            _ => true,
        };
        Assert.SkipUnless(supported, $"NOT CHECKED: this machine has no {width}.");
        return _encoders[(int)width].Value;
    }

    /// <summary>The vector of one text.</summary>
    public static float[] Encode(this UseLiteEncoder encoder, string text)
    {
        var vector = new float[UseLiteEncoder.Identity.Dimensions];
        return encoder.TryEncode(text, vector) ? vector : [];
    }

    /// <summary>The greatest difference of two elements.</summary>
    public static float Distance(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        Assert.Equal(left.Length, right.Length);
        float greatest = 0;
        for (int i = 0; i < left.Length; i++)
        {
            float difference = MathF.Abs(left[i] - right[i]);
            Assert.False(float.IsNaN(difference), $"Element {i} is not a number.");
            greatest = MathF.Max(greatest, difference);
        }

        return greatest;
    }
}
