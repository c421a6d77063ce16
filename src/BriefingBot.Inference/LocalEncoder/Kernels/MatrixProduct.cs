namespace BriefingBot.Inference.LocalEncoder.Kernels;

/// <summary>Products of packed rows and panels.</summary>
internal static unsafe class MatrixProduct
{
    // A panel of this depth (64 KB) and the rows it meets stay in the second-level cache.
    private const int MaximumDepth = 512;

    /// <summary>Multiplies all rows by some of the panels.</summary>
    /// <param name="kernel">The kernel that the rows were packed for.</param>
    /// <param name="packed">The rows, as <see cref="Packing.PackRows"/> leaves them.</param>
    /// <param name="rows">Their number.</param>
    /// <param name="depth">Their length.</param>
    /// <param name="panels">The right-hand side, panels of [depth, 32].</param>
    /// <param name="firstPanel">The first panel to multiply by.</param>
    /// <param name="endPanel">One past the last.</param>
    /// <param name="bias">A number for each column; null for none.</param>
    /// <param name="target">[rows, columns]; the element (0, 0), whatever the first panel.</param>
    /// <param name="stride">Elements from one target row to the next.</param>
    /// <param name="result">What to do with the sums.</param>
    public static void Multiply(
        MatrixKernel kernel,
        float* packed,
        int rows,
        int depth,
        float* panels,
        int firstPanel,
        int endPanel,
        float* bias,
        float* target,
        int stride,
        TileResult result)
    {
        // Only sums that are added up in the target can be split by depth.
        int step = result == TileResult.Add ? Math.Min(depth, MaximumDepth) : depth;
        for (int panel = firstPanel; panel < endPanel; panel++)
        {
            int column = panel * MatrixKernel.PanelColumns;
            for (int k = 0; k < depth; k += step)
            {
                int part = Math.Min(step, depth - k);
                float* right = panels + ((nint)column * depth) + ((nint)k * MatrixKernel.PanelColumns);
                float* start = bias == null || k > 0 ? null : bias + column;
                for (int row = 0; row < rows;)
                {
                    int blockRows = kernel.BlockRows(rows - row);
                    float* left = packed + ((nint)row * depth) + ((nint)k * blockRows);
                    float* tile = target + ((nint)row * stride) + column;
                    kernel.Multiply(left, blockRows, Math.Min(blockRows, rows - row), right, part, start, tile, stride, result);
                    row += blockRows;
                }
            }
        }
    }
}
