using BriefingBot.Inference.LocalEncoder.Kernels;

namespace BriefingBot.Inference.LocalEncoder.Weights;

/// <summary>A matrix [depth, columns] as panels, and its bias.</summary>
/// <param name="Panels">Panels of [depth, 32].</param>
/// <param name="Bias">A number for each column.</param>
/// <param name="Depth">The length of its input.</param>
/// <param name="Columns">The length of its output, a multiple of 32.</param>
internal sealed record LinearWeights(AlignedBuffer Panels, AlignedBuffer Bias, int Depth, int Columns)
{
    /// <summary>How many panels there are.</summary>
    public int PanelCount => Columns / MatrixKernel.PanelColumns;
}
