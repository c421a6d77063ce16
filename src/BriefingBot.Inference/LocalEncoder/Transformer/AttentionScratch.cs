using BriefingBot.Inference.LocalEncoder.Kernels;

namespace BriefingBot.Inference.LocalEncoder.Transformer;

/// <summary>The memory of one attention head over one text.</summary>
internal sealed class AttentionScratch
{
    private const int MaximumHeadWidth = UseLiteShape.Width / UseLiteShape.Heads;

    /// <summary>The transposed keys, panels of [head width, 32 tokens].</summary>
    public AlignedBuffer Keys { get; } = new(MaximumHeadWidth * UseLiteShape.MaximumTokens);

    /// <summary>The values, panels of [tokens, 32].</summary>
    public AlignedBuffer Values { get; } = new(MaximumHeadWidth * UseLiteShape.MaximumTokens);

    /// <summary>How much each token looks at each other, [tokens, tokens rounded up to a multiple of 32].</summary>
    public AlignedBuffer Scores { get; } = new(UseLiteShape.MaximumTokens * UseLiteShape.MaximumTokens);

    /// <summary>Packed queries, then packed scores.</summary>
    public AlignedBuffer Packed { get; } = new(Packing.PackedLength(UseLiteShape.MaximumTokens, Math.Max(MaximumHeadWidth, UseLiteShape.MaximumTokens)));
}
