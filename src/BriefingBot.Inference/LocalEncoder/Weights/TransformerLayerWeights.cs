namespace BriefingBot.Inference.LocalEncoder.Weights;

/// <summary>One pre-norm transformer layer.</summary>
/// <param name="Width">The length of the rows that attention reads and mixes: 256 in the first layer, 512 in the second.</param>
/// <param name="AttentionNormalization">Before attention.</param>
/// <param name="QueriesKeysValues">Makes queries, keys and values side by side.</param>
/// <param name="AttentionOutput">After the heads are joined.</param>
/// <param name="ForwardNormalization">Before the feed-forward part.</param>
/// <param name="ForwardInner">Its first matrix, rectified.</param>
/// <param name="ForwardOuter">Its second.</param>
internal sealed record TransformerLayerWeights(
    int Width,
    NormalizationWeights AttentionNormalization,
    LinearWeights QueriesKeysValues,
    LinearWeights AttentionOutput,
    NormalizationWeights ForwardNormalization,
    LinearWeights ForwardInner,
    LinearWeights ForwardOuter);
