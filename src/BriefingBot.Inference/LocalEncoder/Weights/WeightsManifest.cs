namespace BriefingBot.Inference.LocalEncoder.Weights;

/// <summary>What <c>model.json</c> says about the weights; the graph in it is not needed.</summary>
/// <param name="Shards">The files that hold the weights when joined in this order.</param>
/// <param name="Tensors">The tensors by name.</param>
/// <param name="TotalBytes">What the shards hold together.</param>
internal sealed record WeightsManifest(IReadOnlyList<string> Shards, IReadOnlyDictionary<string, TensorSlice> Tensors, long TotalBytes);
