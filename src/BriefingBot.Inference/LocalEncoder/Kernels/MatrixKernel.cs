using System.Runtime.Intrinsics;

namespace BriefingBot.Inference.LocalEncoder.Kernels;

/// <summary>
/// Multiplies a block of packed rows by one panel of <see cref="PanelColumns"/> columns. Stateless and safe for concurrent use. Every kernel adds up in
/// ascending order of depth, so a row's result does not depend on the rows it was multiplied with.
/// </summary>
internal abstract class MatrixKernel
{
    /// <summary>The columns of a panel: right-hand sides are stored as panels of [depth, 32].</summary>
    public const int PanelColumns = 32;

    /// <summary>The most rows that any kernel takes at once.</summary>
    public const int MaximumBlockRows = 12;

    /// <summary>The register width.</summary>
    public abstract SimdWidth Width { get; }

    /// <summary>The widest kernel that this machine runs natively.</summary>
    public static MatrixKernel Best { get; } = For(
        Vector512.IsHardwareAccelerated ? SimdWidth.Vector512
        : Vector256.IsHardwareAccelerated ? SimdWidth.Vector256
        : SimdWidth.Vector128);

    /// <summary>The kernel of a given width; the caller sees to it that the machine has it.</summary>
    public static MatrixKernel For(SimdWidth width) => width switch
    {
        SimdWidth.Vector512 => new Vector512Kernel(),
        SimdWidth.Vector256 => new Vector256Kernel(),
        _ => new Vector128Kernel(),
    };

    /// <summary>
    /// How many rows the next packed block has when this many are left; may be more than are left (the block is padded), never more than 12.
    /// </summary>
    public abstract int BlockRows(int rowsLeft);

    /// <summary>Computes <paramref name="rows"/> x 32 elements of the target.</summary>
    /// <param name="packed">The block, [depth, blockRows].</param>
    /// <param name="blockRows">What <see cref="BlockRows"/> said.</param>
    /// <param name="rows">How many of them are real and written.</param>
    /// <param name="panel">The right-hand side, [depth, 32].</param>
    /// <param name="depth">The length of the sums.</param>
    /// <param name="bias">32 numbers to start the sums with; null for zeros.</param>
    /// <param name="target">The first element.</param>
    /// <param name="stride">Elements from one target row to the next.</param>
    /// <param name="result">What to do with the sums.</param>
    public abstract unsafe void Multiply(
        float* packed, int blockRows, int rows, float* panel, int depth, float* bias, float* target, int stride, TileResult result);
}
