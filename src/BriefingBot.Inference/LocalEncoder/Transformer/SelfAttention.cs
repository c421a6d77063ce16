using BriefingBot.Inference.LocalEncoder.Kernels;

namespace BriefingBot.Inference.LocalEncoder.Transformer;

/// <summary>Scaled dot-product attention of the tokens of each text to one another. Stateless.</summary>
internal sealed unsafe class SelfAttention(MatrixKernel kernel)
{
    /// <summary>Runs one head over all texts of the workspace: reads its queries, keys and values, and writes its columns of the joined heads.</summary>
    /// <param name="workspace">Its <see cref="Workspace.Wide"/> is read, its <see cref="Workspace.Narrow"/> written.</param>
    /// <param name="head">Which head.</param>
    /// <param name="width">The width of all heads together.</param>
    /// <param name="scratch">Memory that no other head uses meanwhile.</param>
    public void Run(Workspace workspace, int head, int width, AttentionScratch scratch)
    {
        int headWidth = width / UseLiteShape.Heads;
        int stride = 3 * width;
        float* queries = workspace.Wide.Pointer + (head * headWidth);
        float* joined = workspace.Narrow.Pointer + (head * headWidth);
        foreach (int tokens in workspace.Lengths.AsSpan(0, workspace.Texts))
        {
            Attend(queries, queries + width, queries + (2 * width), stride, tokens, headWidth, joined, width, scratch);
            queries += (nint)tokens * stride;
            joined += (nint)tokens * width;
        }
    }

    private void Attend(
        float* queries, float* keys, float* values, int stride, int tokens, int headWidth, float* target, int targetStride, AttentionScratch scratch)
    {
        float* packed = scratch.Packed.Pointer;
        float* scores = scratch.Scores.Pointer;
        int panels = (tokens + MatrixKernel.PanelColumns - 1) / MatrixKernel.PanelColumns;
        int scoreStride = panels * MatrixKernel.PanelColumns;

        Packing.PackRows(kernel, queries, stride, tokens, headWidth, packed);
        Packing.PackTransposedPanels(keys, stride, headWidth, tokens, scratch.Keys.Pointer);
        MatrixProduct.Multiply(kernel, packed, tokens, headWidth, scratch.Keys.Pointer, 0, panels, null, scores, scoreStride, TileResult.Store);

        float scale = 1f / MathF.Sqrt(headWidth);
        for (int token = 0; token < tokens; token++)
        {
            RowOperations.Softmax(scores + ((nint)token * scoreStride), tokens, scale);
        }

        Packing.PackRows(kernel, scores, scoreStride, tokens, tokens, packed);
        Packing.PackPanels(values, stride, tokens, headWidth, scratch.Values.Pointer);
        MatrixProduct.Multiply(
            kernel, packed, tokens, tokens, scratch.Values.Pointer, 0, headWidth / MatrixKernel.PanelColumns, null, target, targetStride, TileResult.Store);
    }
}
