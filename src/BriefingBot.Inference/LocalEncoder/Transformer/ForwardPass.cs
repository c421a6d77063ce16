using System.Numerics.Tensors;
using BriefingBot.Inference.LocalEncoder.Kernels;
using BriefingBot.Inference.LocalEncoder.Weights;

namespace BriefingBot.Inference.LocalEncoder.Transformer;

/// <summary>
/// The encoder's graph: embeddings and position signal, two pre-norm transformer layers, the mean over the tokens, a tanh layer, unit length. Read-only;
/// safe for concurrent passes with a workspace for each.
/// </summary>
internal sealed unsafe class ForwardPass(UseLiteWeights weights, MatrixKernel kernel)
{
    // The square of the length is kept above this one, as the graph does.
    private const float SmallestSquare = 1e-12f;

    private readonly SelfAttention _attention = new(kernel);

    /// <summary>Encodes the texts of the workspace; their vectors are in <see cref="Workspace.Result"/> afterwards.</summary>
    /// <param name="workspace">The texts, and all memory that is needed.</param>
    /// <param name="degree">How many cores share this one pass. 1: everything happens on the calling thread and nothing is allocated.</param>
    public void Run(Workspace workspace, int degree)
    {
        Embed(workspace);
        for (int i = 0; i < weights.Layers.Count; i++)
        {
            TransformerLayerWeights layer = weights.Layers[i];
            AlignedBuffer input = i == 0 ? workspace.Embedded : workspace.Hidden;
            if (i == 0)
            {
                // The first layer's residual goes around it through a matrix of its own: its rows become wider.
                Multiply(workspace, input, weights.Residual, workspace.Hidden, TileResult.Store, degree);
            }

            Normalize(workspace, input, layer.Width, layer.AttentionNormalization);
            Multiply(workspace, workspace.Narrow, layer.QueriesKeysValues, workspace.Wide, TileResult.Store, degree);
            Attend(workspace, layer.Width, degree);
            Multiply(workspace, workspace.Narrow, layer.AttentionOutput, workspace.Hidden, TileResult.Add, degree);

            Normalize(workspace, workspace.Hidden, UseLiteShape.Width, layer.ForwardNormalization);
            Multiply(workspace, workspace.Narrow, layer.ForwardInner, workspace.Wide, TileResult.StoreRectified, degree);
            Multiply(workspace, workspace.Wide, layer.ForwardOuter, workspace.Hidden, TileResult.Add, degree);
        }

        Pool(workspace, degree);
        GC.KeepAlive(weights);
        GC.KeepAlive(workspace);
    }

    private void Embed(Workspace workspace)
    {
        int row = 0;
        foreach (int tokens in workspace.Lengths.AsSpan(0, workspace.Texts))
        {
            for (int position = 0; position < tokens; position++, row++)
            {
                RowOperations.Embed(
                    weights.Embeddings.Pointer + ((nint)workspace.Tokens[row] * UseLiteShape.EmbeddingWidth),
                    weights.Timing.Pointer + ((nint)position * UseLiteShape.EmbeddingWidth),
                    UseLiteShape.EmbeddingWidth,
                    workspace.Embedded.Pointer + ((nint)row * UseLiteShape.EmbeddingWidth));
            }
        }
    }

    private static void Normalize(Workspace workspace, AlignedBuffer input, int width, NormalizationWeights normalization)
    {
        for (int row = 0; row < workspace.Rows; row++)
        {
            nint offset = (nint)row * width;
            RowOperations.Normalize(
                input.Pointer + offset, width, normalization.Scale.Pointer, normalization.Bias.Pointer, workspace.Narrow.Pointer + offset);
        }
    }

    private void Attend(Workspace workspace, int width, int degree)
    {
        if (degree > 1)
        {
            AttendOnManyCores(workspace, width, degree);
            return;
        }

        for (int head = 0; head < UseLiteShape.Heads; head++)
        {
            _attention.Run(workspace, head, width, workspace.Heads[0]);
        }
    }

    private void AttendOnManyCores(Workspace workspace, int width, int degree) =>
        Parallel.For(
            0,
            UseLiteShape.Heads,
            new ParallelOptions { MaxDegreeOfParallelism = degree },
            head => _attention.Run(workspace, head, width, workspace.Heads[head]));

    private void Multiply(Workspace workspace, AlignedBuffer input, LinearWeights linear, AlignedBuffer target, TileResult result, int degree) =>
        Multiply(workspace, input, workspace.Rows, linear, target, result, degree);

    private void Multiply(Workspace workspace, AlignedBuffer input, int rows, LinearWeights linear, AlignedBuffer target, TileResult result, int degree)
    {
        Packing.PackRows(kernel, input.Pointer, linear.Depth, rows, linear.Depth, workspace.Packed.Pointer);
        if (degree > 1)
        {
            MultiplyOnManyCores(workspace.Packed, rows, linear, target, result, degree);
        }
        else
        {
            MultiplyPanels(workspace.Packed, rows, linear, 0, linear.PanelCount, target, result);
        }
    }

    private void MultiplyOnManyCores(AlignedBuffer packed, int rows, LinearWeights linear, AlignedBuffer target, TileResult result, int degree) =>
        Parallel.For(
            0,
            degree,
            new ParallelOptions { MaxDegreeOfParallelism = degree },
            part => MultiplyPanels(packed, rows, linear, linear.PanelCount * part / degree, linear.PanelCount * (part + 1) / degree, target, result));

    private void MultiplyPanels(
        AlignedBuffer packed, int rows, LinearWeights linear, int firstPanel, int endPanel, AlignedBuffer target, TileResult result) =>
        MatrixProduct.Multiply(
            kernel,
            packed.Pointer,
            rows,
            linear.Depth,
            linear.Panels.Pointer,
            firstPanel,
            endPanel,
            linear.Bias.Pointer,
            target.Pointer,
            linear.Columns,
            result);

    private void Pool(Workspace workspace, int degree)
    {
        float* rows = workspace.Hidden.Pointer;
        for (int text = 0; text < workspace.Texts; text++)
        {
            int tokens = workspace.Lengths[text];
            RowOperations.Mean(rows, tokens, UseLiteShape.Width, workspace.Narrow.Pointer + ((nint)text * UseLiteShape.Width));
            rows += (nint)tokens * UseLiteShape.Width;
        }

        Multiply(workspace, workspace.Narrow, workspace.Texts, weights.Output, workspace.Wide, TileResult.Store, degree);
        for (int text = 0; text < workspace.Texts; text++)
        {
            Span<float> vector = workspace.Wide.Slice(text * UseLiteShape.Width, UseLiteShape.Width);
            TensorPrimitives.Tanh(vector, vector);
            TensorPrimitives.Multiply(vector, 1f / MathF.Sqrt(MathF.Max(TensorPrimitives.SumOfSquares(vector), SmallestSquare)), vector);
        }
    }
}
