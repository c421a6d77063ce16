using System.Runtime.CompilerServices;

namespace BriefingBot.Inference.LocalEncoder.Kernels;

/// <summary>Brings matrices into the orders that the kernels read.</summary>
internal static unsafe class Packing
{
    /// <summary>How many elements <see cref="PackRows"/> writes at most.</summary>
    public static int PackedLength(int rows, int depth) => (rows + MatrixKernel.MaximumBlockRows) * depth;

    /// <summary>
    /// Packs [rows, depth] into blocks of [depth, blockRows]; the block that starts at row r starts at element r * depth. Rows that only pad a block are zeros.
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
        for (int row = 0; row < blockRows; row++)
        {
            float* to = target + row;
            if (row < rows)
            {
                float* from = source + ((nint)row * stride);
                for (int k = 0; k < depth; k++, to += blockRows)
                {
                    *to = from[k];
                }
            }
            else
            {
                for (int k = 0; k < depth; k++, to += blockRows)
                {
                    *to = 0;
                }
            }
        }
    }
}
