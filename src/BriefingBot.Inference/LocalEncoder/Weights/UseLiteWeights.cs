using BriefingBot.Inference.LocalEncoder.Kernels;

namespace BriefingBot.Inference.LocalEncoder.Weights;

/// <summary>All weights of the Universal Sentence Encoder Lite, ready to be multiplied by. Read-only once loaded.</summary>
/// <param name="Embeddings">[8002, 256].</param>
/// <param name="Timing">The position signal [128, 256]: sines, then cosines.</param>
/// <param name="Residual">Brings the first layer's input from 256 to 512.</param>
/// <param name="Layers">The two layers.</param>
/// <param name="Output">The last matrix, before tanh.</param>
internal sealed record UseLiteWeights(
    AlignedBuffer Embeddings,
    AlignedBuffer Timing,
    LinearWeights Residual,
    IReadOnlyList<TransformerLayerWeights> Layers,
    LinearWeights Output);
