namespace BriefingBot.Inference.LocalEncoder.Kernels;

/// <summary>The width of the vector registers that a matrix kernel works with.</summary>
internal enum SimdWidth
{
    /// <summary>128 bits: ARM, and the software fallback everywhere else.</summary>
    Vector128,

    /// <summary>256 bits: AVX2 with FMA.</summary>
    Vector256,

    /// <summary>512 bits: AVX-512.</summary>
    Vector512,
}
