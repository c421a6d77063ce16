using BriefingBot.Inference.LocalEncoder.Kernels;

namespace BriefingBot.Inference.LocalEncoder.Weights;

/// <summary>The scale and bias of a layer normalization.</summary>
/// <param name="Scale">A factor for each element.</param>
/// <param name="Bias">An addend for each element.</param>
internal sealed record NormalizationWeights(AlignedBuffer Scale, AlignedBuffer Bias);
