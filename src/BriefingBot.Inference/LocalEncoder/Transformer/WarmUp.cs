using BriefingBot.Inference.LocalEncoder.Kernels;
using BriefingBot.Inference.LocalEncoder.Weights;

namespace BriefingBot.Inference.LocalEncoder.Transformer;

/// <summary>
/// Has the runtime compile what a forward pass is made of, which takes longer than the first pass itself. It runs while the weights are being read, on
/// weights of its own that are all zeros.
/// </summary>
internal static class WarmUp
{
    // Together and each by itself these have blocks of every size that a kernel knows.
    private static readonly int[] _tokens = [13, 7];

    /// <summary>Runs one pass.</summary>
    public static void Run(MatrixKernel kernel)
    {
        var matrix = new AlignedBuffer(UseLiteShape.Width * UseLiteShape.ForwardWidth);
        var row = new AlignedBuffer(UseLiteShape.ForwardWidth);
        var normalization = new NormalizationWeights(row, row);
        LinearWeights Linear(int depth, int columns) => new(matrix, row, depth, columns);
        TransformerLayerWeights Layer(int width) => new(
            width,
            normalization,
            Linear(width, 3 * width),
            Linear(width, UseLiteShape.Width),
            normalization,
            Linear(UseLiteShape.Width, UseLiteShape.ForwardWidth),
            Linear(UseLiteShape.ForwardWidth, UseLiteShape.Width));

        var weights = new UseLiteWeights(
            matrix,
            matrix,
            Linear(UseLiteShape.EmbeddingWidth, UseLiteShape.Width),
            [Layer(UseLiteShape.EmbeddingWidth), Layer(UseLiteShape.Width)],
            Linear(UseLiteShape.Width, UseLiteShape.Width));
        var workspace = new Workspace();
        foreach (int tokens in _tokens)
        {
            workspace.Add(new ushort[tokens]);
        }

        new ForwardPass(weights, kernel).Run(workspace, degree: 1);
    }
}
