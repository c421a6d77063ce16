namespace BriefingBot.Inference.LocalEncoder.Weights;

/// <summary>Where a tensor lies in the joined weight shards.</summary>
/// <param name="Offset">Its first byte.</param>
/// <param name="Shape">Its extents.</param>
internal sealed record TensorSlice(long Offset, int[] Shape);
